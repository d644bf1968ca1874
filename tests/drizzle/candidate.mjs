// SPDX-License-Identifier: BSL-1.0
//
// Before anything else is loaded: `drizzle-orm` is the release candidate.
import { register } from 'node:module';

const hooks = `export const resolve = (name, context, next) =>
  next(name.replace(/^drizzle-orm(?=$|\\/)/, 'drizzle-orm-candidate'), context);`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

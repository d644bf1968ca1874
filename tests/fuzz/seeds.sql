-- What a server writes, as seeds for decoders.cpp: psql -qAtX -f seeds.sql > seeds.txt, where hstore and postgis can be made.
\set ON_ERROR_STOP 1
begin;
create extension if not exists hstore;
create extension if not exists postgis;
create type mood as enum ('sad', 'o "k', 'happy');
create function pg_temp.as_text(input text, type text) returns text language plpgsql as $$
declare output text;
begin
  execute format('select (%L::%s)::text', input, type) into output;
  return output;
end $$;
create temp table seeds (place serial, name text, type text, inputs text[]);
insert into seeds (name, type, inputs) values
  ('smallint', null, '{0,-32768,32767}'), ('integer', null, '{0,-2147483648}'), ('bigint', null, '{-9223372036854775808,7}'),
  ('numeric', null, '{0.000,-12.3400,1e20,1e-12,NaN,Infinity,-Infinity,12345678901234567890.123456789}'),
  ('real', null, '{1.5,1e-45,3.4028235e38,NaN,-Infinity,-0}'),
  ('double precision', null, '{1.5,5e-324,1.7976931348623157e308,NaN,Infinity,-0}'),
  ('boolean', null, '{t,f}'), ('text', null, array['', E'a\tb\\c\n"d"', 'é🌧']),
  ('bytea', null, array['\x', '\x00ff10']), ('uuid', null, '{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}'),
  ('date', null, '{2024-02-29,"0044-03-15 BC",5874897-12-31,infinity,-infinity}'),
  ('time', null, '{00:00:00,23:59:59.999999,24:00:00}'),
  ('timetz', null, '{23:59:59.999999-15:59:59,24:00:00+05:30,12:00+00}'),
  ('timestamp', null, '{"2024-02-29 23:59:59.999999","4714-11-24 00:00:00 BC",294276-12-31,infinity}'),
  ('timestamptz', null, '{"2024-02-29 23:59:59.999999+05:30","0044-03-15 12:00:00+00 BC",-infinity}'),
  ('interval', null, '{"1 year 2 mons -3 days +04:05:06.789","-178000000 years",0,"-00:00:00.000001","2562047788:00:54.775807"}'),
  ('inet', null, '{10.1.2.3/8,::1,::ffff:1.2.3.4,2001:db8::/32,255.255.255.255}'), ('cidr', null, '{10.0.0.0/8,2001:db8::/32,::/0}'),
  ('macaddr', null, '{08:00:2b:01:02:03}'), ('macaddr8', null, '{08:00:2b:01:02:03:04:05}'),
  ('bit', 'bit(12)', '{101100111000}'), ('varbit', null, '{"",1,10101010101010101}'), ('money', null, '{1234567.89,-0.01}'),
  ('oid', null, '{4294967295,0}'), ('pg_lsn', null, '{FFFFFFFF/FFFFFFFF,0/0,16/B374D848}'),
  ('hstore', null, array['', '"a"=>"1", "b"=>NULL', '"q\"\\"=>"", "NULL"=>"NULL"']),
  ('point', null, array['(1,-2.5)', '(NaN,Infinity)']), ('line', null, array['{1,2,-3}']), ('lseg', null, array['[(1,2),(3,4)]']),
  ('box', null, array['(3,4),(1,2)']), ('path', null, array['((1,2),(3,4))', '[(1,2)]']), ('polygon', null, array['((0,0),(1,0),(1e-9,1))']),
  ('circle', null, array['<(1,2),3>']),
  ('int4range', null, array['empty', '[1,10)', '(,5)', '[2,)', '(,)']), ('int8range', null, array['[-9223372036854775808,9223372036854775807)']),
  ('numrange', null, array['[1.50,NaN]', '(-Infinity,0.1)']), ('daterange', null, array['[2024-01-01,infinity]', '[-infinity,2024-01-01)']),
  ('tsrange', null, array['["0044-03-15 12:00:00 BC","2024-01-01 00:00:00.5"]'::text]),
  ('tstzrange', null, array['["2024-01-01 00:00:00+00","2024-01-02 03:04:05.678901+00")']),
  ('int4multirange', null, array['{}', '{[1,3),[5,9)}', '{(,)}']), ('nummultirange', null, array['{[1.5,2.5],(3,)}']),
  ('datemultirange', null, array['{[2024-01-01,2024-02-01),[2025-01-01,)}']),
  ('tsmultirange', null, array['{["2024-01-01","2024-02-01")}']), ('tstzmultirange', null, array['{["2024-01-01 00:00+00",infinity)}']),
  ('geometry', null, array['POINT(1 -2)', 'SRID=4326;POINT ZM (1 2 3 4)', 'POINT EMPTY', 'LINESTRING(0 0,1 1)', 'MULTIPOLYGON(((0 0,1 0,1 1,0 0)))']),
  ('point_in', 'geometry', array['SRID=4326;POINT(1 -2)']), ('mood', null, array['sad', 'o "k', 'happy']),
  ('json', null, array['{"a" : [1, -2.5e3, true, null, "b\u00e9\\"], "c": {}}', '18446744073709551615', '-0', '"\ud83c\udf27"', '[[[]]]']),
  ('json', 'jsonb', array['{"b": 1.10, "a": [1e5, 0.30000000000000004, ""]}']),
  ('record', 'jsonb', array['{"name": "a", "width": 7, "limits": {"x": 0.5}, "price": 12.50, "other": [{}, null], "key": "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "rules": [{"name": "b", "rules": [], "limits": {}, "price": 0, "other": 1, "key": "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"}]}']),
  ('integer[]', null, array['{}', '{1,-2,3}']), ('text[]', null, array['{}', '{a,"b c","NULL","\"\\","",é}']),
  ('box[]', null, array['{(3,4),(1,2);(1,1),(0,0)}']), ('bytea[]', null, array['{"\\x00","\\x"}']),
  ('text[][]', null, array['{{a,NULL},{"",b}}', '[-1:0][2:3]={{a,b},{c,NULL}}', '{}']), ('indexed', 'integer[]', array['[-1:0][2:3]={{1,2},{3,NULL}}', '{{1}}']),
  ('geometry[]', null, array['{POINT(1 2):LINESTRING(0 0,1 1)}']), ('integer[][][]', null, array['{{{1,2}},{{3,4}}}']);
-- not the server's, or of an extension that is seldom there
create temp table given (place serial, name text, content text);
insert into given (name, content) values
  ('timetz', '23:59:59.999999+15:59:59'), ('timestamptz', '2024-02-29 12:00:00-00:25:21'), ('timestamptz', '2024-02-29T12:00:00.5+05:30'),
  ('uuid', '{a0eebc999c0b4ef8bb6d6bb9bd380a11}'), ('vector', '[1,-2.5,3e-20]'), ('halfvec', '[1,65504,-0.25]'), ('sparsevec', '{1:1.5,3:-2}/5'),
  ('geometry', '0020000001000010E63FF0000000000000C000000000000000'), ('bytea', 'a\\000b\\\\'),
  ('copy', E'1\tabc\\n\\\\\t\\N\tx\n'), ('copy', E'\\N\n'), ('copy', E'\t\t\t\t\t\n'), ('copy', E'a\\'),
  ('url', 'postgresql://user:pass%20word@host:5432/name?sslmode=require&max_connections=20&acquire_timeout=5s'),
  ('url', 'postgres://u@ep-cool-pooler.eu.neon.tech/db?pooler=transaction&prepare=false&connect_timeout=3'),
  ('url', 'host=/tmp dbname=''a b'' port=5432'), ('url', 'postgresql:///name?host=[::1]&min_connections=x');
set timezone = 'UTC';
copy (select name, content from (select 0 as part, place, number, name, pg_temp.as_text(input, coalesce(type, name)) as content
        from seeds, unnest(inputs) with ordinality as t(input, number)
      union all select 1, place, 1, name, content from given) all_of_them order by part, place, number) to stdout;
rollback;

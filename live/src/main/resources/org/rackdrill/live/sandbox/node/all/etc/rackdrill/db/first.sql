CREATE ROLE writer LOGIN PASSWORD '@SECRET@';
CREATE TABLE written (number bigint PRIMARY KEY, at double precision NOT NULL, payload text NOT NULL, checksum text NOT NULL CHECK (checksum = md5(number::text || ' ' || payload)));
GRANT SELECT, INSERT ON written TO writer;

SELECT 'row ' || number || ' has a wrong checksum' FROM written WHERE checksum IS DISTINCT FROM md5(number::text || ' ' || payload) LIMIT 10

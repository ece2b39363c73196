-- What nobody asks for by value needs no statistics: ANALYZE would fetch and sort texts that are only ever shown. While a
-- state loads it runs every minute, as the table grows by more than its tenth each time.
ALTER TABLE finding
    ALTER COLUMN line SET STATISTICS 0,
    ALTER COLUMN field_number SET STATISTICS 0,
    ALTER COLUMN field_name SET STATISTICS 0,
    ALTER COLUMN value SET STATISTICS 0,
    ALTER COLUMN message SET STATISTICS 0,
    ALTER COLUMN hint SET STATISTICS 0,
    ALTER COLUMN section SET STATISTICS 0;
ALTER TABLE line_outcome ALTER COLUMN outcomes SET STATISTICS 0;
ALTER TABLE state_id_segment ALTER COLUMN state_ids SET STATISTICS 0;
ALTER TABLE outbox ALTER COLUMN events SET STATISTICS 0;

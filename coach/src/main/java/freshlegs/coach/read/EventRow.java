package freshlegs.coach.read;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A race or a time trial on its day: told by somebody, else recognised by the plan, else only aimed at, and then without a time.
 * {@code event} is RACE or TIME_TRIAL.
 */
public record EventRow(LocalDate date, String event, OptionalDouble metres, OptionalDouble seconds) {

    static final String SELECT = """
            select distinct on (date) date, event, metres, seconds
            from (select local_date as date, event, distance_metres as metres, seconds::double precision as seconds, 1 as place
                  from freshlegs.benchmark
                  where athlete = ? and not withdrawn
                  union all
                  select (ability ->> 'date')::date, ability ->> 'basis', (ability ->> 'metres')::integer,
                         (ability ->> 'seconds')::double precision, 2
                  from freshlegs.prescription
                  where athlete = ? and ability ->> 'basis' in ('RACE', 'TIME_TRIAL')
                  union all
                  select event_date, event, distance_metres, null, 3 from freshlegs.goal where athlete = ?) events
            where date between ? and ?
            order by date, place
            """;

    static EventRow read(Row row) throws SQLException {
        return new EventRow(
                row.date("date"), row.text("event"), row.optionalNumber("metres"), row.optionalNumber("seconds"));
    }
}

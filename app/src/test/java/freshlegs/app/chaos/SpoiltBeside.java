package freshlegs.app.chaos;

import freshlegs.app.output.Query;
import freshlegs.app.service.Access;
import freshlegs.model.topic.Topics;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Rows that somebody changed, removed and invented, and records that nobody should have written, while the system is at work. */
final class SpoiltBeside {
    private final Access service;
    private final String athlete;
    private final String other;
    private final List<String> days;
    private final String session;

    SpoiltBeside(Access service, String athlete, String other) throws SQLException {
        this.service = service;
        this.athlete = athlete;
        this.other = other;
        try (Connection connection = Query.connect(service.database())) {
            days = Tables.column(
                    connection,
                    "select date::text from freshlegs.trend_day where athlete = '" + athlete + "' order by date");
            session = Tables.column(
                            connection,
                            "select fact_id || '/' || revision from freshlegs.session_revision where athlete = '"
                                    + athlete + "' order by fact_id, revision")
                    .get(0);
        }
    }

    void rows() throws SQLException {
        try (Connection connection = Query.connect(service.database());
                Statement statement = connection.createStatement()) {
            String his = " where athlete = '" + athlete + "'";
            statement.execute("update freshlegs.trend_day set load = load + 1, fitness = 7.5" + his + " and date = '"
                    + days.get(3) + "'");
            statement.execute("delete from freshlegs.status_day" + his + " and date = '" + days.get(4) + "'");
            statement.execute("insert into freshlegs.trend_day"
                    + " select (jsonb_populate_record(day, '{\"date\": \"1999-05-05\"}')).*"
                    + " from freshlegs.trend_day day" + his + " and date = '" + days.get(5) + "'");
            statement.execute("update freshlegs.session_revision set timer_seconds = timer_seconds + 1" + his
                    + " and fact_id || '/' || revision = '" + session + "'");
            statement.execute("update freshlegs.trend_day set load = load + 1 where athlete = '" + other
                    + "' and date = (select max(date) from freshlegs.trend_day where athlete = '" + other + "')");
        }
    }

    /** The second last day's trend becomes the one of the last, and that of a day that never was. */
    void records() throws Exception {
        SortedMap<String, String> trends = TopicContent.live(service.kafka(), Topics.TREND);
        String day = days.get(days.size() - 2);
        String key = athlete + "/" + day;
        String wrong = String.valueOf(trends.get(key)).replaceFirst("\"fitness\":[0-9.]+", "\"fitness\":99.5");
        RebuildTest.send(service.kafka(), Topics.TREND, key, wrong);
        RebuildTest.send(service.kafka(), Topics.TREND, athlete + "/1999-02-02", wrong.replace(day, "1999-02-02"));
    }

    /** How a comparison names all of it, line by line. */
    List<String> named() {
        String last = days.get(days.size() - 2);
        List<String> named = new ArrayList<>();
        named.add(line("topic", Topics.TREND.name(), last, last, "different", "training.fitness"));
        named.add(line("topic", Topics.TREND.name(), "1999-02-02", "1999-02-02", "only there", ""));
        named.add(line("table", "trend_day", days.get(3), days.get(3), "different", "fitness load"));
        named.add(line("table", "trend_day", "1999-05-05", "1999-05-05", "only there", ""));
        named.add(line("table", "status_day", days.get(4), days.get(4), "only anew", ""));
        String start = session.replaceFirst("(\\d{4})(\\d{2})(\\d{2}).*", "$1-$2-$3");
        named.add(line("table", "session_revision", start, session, "different", "timer_seconds"));
        return named;
    }

    List<String> namedOfTheOther() throws SQLException {
        try (Connection connection = Query.connect(service.database())) {
            String day = Tables.column(
                            connection,
                            "select max(date)::text from freshlegs.trend_day where athlete = '" + other + "'")
                    .get(0);
            return List.of(
                    String.join(",", "table", "trend_day", other, day, other + "/" + day, "different", "load", ""));
        }
    }

    private String line(String kind, String where, String day, String key, String how, String fields) {
        return String.join(",", kind, where, athlete, day, athlete + "/" + key, how, fields, "");
    }
}

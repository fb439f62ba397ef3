package freshlegs.app.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Edits;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.Person;
import freshlegs.model.fact.WeekOrder;
import freshlegs.model.json.Revision;
import freshlegs.model.plan.Workout;
import freshlegs.streams.plan.Moving;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Days that a person lets change places in an athlete's plan, as the order of their week; by what the tables know. */
public final class StatedOrder {
    private static final String DAYS = """
            (select p.date, p.planned, p.issued, p.aim,
                    exists (select from freshlegs.planned_phase away
                            where away.athlete = p.athlete and away.phase = 'away'
                              and p.date between away.local_date and away.last_day) as away
             from freshlegs.prescription p
             where p.athlete = ? and p.date between ? and ?) days order by date
            """;

    private final AthleteId athlete;
    private final Person by;
    private final Instant now;
    private final DatabaseAddress database;

    public StatedOrder(AthleteId athlete, Person by, Instant now, DatabaseAddress database) {
        this.athlete = athlete;
        this.by = by;
        this.now = now;
        this.database = database;
    }

    /** What is planned for {@code from} is run on {@code to} and the other way round; refused by the rule that forbids it. */
    public WeekOrder moved(LocalDate from, LocalDate to, LocalDate today, Optional<String> why) throws SQLException {
        LocalDate monday = monday(from);
        Optional<Moving.Refusal> refusal = new Moving(days(monday), today).refusal(from, to);
        if (refusal.isPresent()) {
            throw Problem.failed("Not moved: " + refusal.get().sentence() + " (rule "
                    + refusal.get().rule() + ").");
        }
        List<DayOfWeek> order = new ArrayList<>(order(monday));
        Collections.swap(order, place(from), place(to));
        return stated(monday, order, why);
    }

    /** The usual order again, as long as none of the days that changed places has begun. */
    public WeekOrder usual(LocalDate day, LocalDate today, Optional<String> why) throws SQLException {
        LocalDate monday = monday(day);
        List<DayOfWeek> order = order(monday);
        if (order.equals(WeekOrder.USUAL)) {
            throw Problem.failed("The week of " + monday + " has its usual order.");
        }
        boolean begun = monday.datesUntil(monday.plusWeeks(1))
                .filter(date -> order.get(place(date)) != date.getDayOfWeek())
                .anyMatch(date -> !date.isAfter(today));
        if (begun) {
            throw Problem.failed(
                    "Not moved: a day that changed places has begun, and what was issued stays (rule issued).");
        }
        return stated(monday, WeekOrder.USUAL, why);
    }

    private WeekOrder stated(LocalDate monday, List<DayOfWeek> order, Optional<String> why) throws SQLException {
        int edit = Edits.next("week_order_revision", athlete, monday.toString(), database);
        WeekOrder draft = new WeekOrder(athlete, monday, "", now, now, edit, order, why, by);
        return draft.as(Revision.of(draft));
    }

    private List<DayOfWeek> order(LocalDate monday) throws SQLException {
        return Query.of(List.of("days"), "freshlegs.week_order where athlete = ? and local_date = ?")
                .with(athlete.value(), monday)
                .ask(database)
                .objects()
                .findFirst()
                .map(row -> StreamSupport.stream(row.path("days").spliterator(), false)
                        .map(name -> DayOfWeek.valueOf(name.asText()))
                        .toList())
                .orElse(WeekOrder.USUAL);
    }

    private List<Moving.Day> days(LocalDate monday) throws SQLException {
        return Query.of(List.of("date", "planned", "issued", "aim", "away"), DAYS)
                .with(athlete.value(), monday.minusDays(7), monday.plusDays(13))
                .ask(database)
                .objects()
                .map(StatedOrder::day)
                .toList();
    }

    private static Moving.Day day(ObjectNode row) {
        LocalDate date = LocalDate.parse(Show.text(row, "date"));
        JsonNode planned = row.path("planned");
        return new Moving.Day(
                date,
                Workout.Kind.valueOf(planned.path("kind").asText()).isRun(),
                planned.path("hard").asBoolean(),
                row.path("issued").asBoolean(),
                row.path("aim").path("date").asText().equals(date.toString()),
                row.path("away").asBoolean());
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static int place(LocalDate date) {
        return date.getDayOfWeek().getValue() - 1;
    }
}

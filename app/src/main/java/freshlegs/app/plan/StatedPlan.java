package freshlegs.app.plan;

import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.service.Edits;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.Person;
import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.PlanTerms;
import freshlegs.model.json.Revision;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person asks of an athlete's plan, as the facts that it becomes; each is the next edit of what the tables know. */
public final class StatedPlan {
    private static final List<String> TERMS =
            List.of("localDate", "days", "longRun", "mode", "mostChangesAWeek", "ended");

    private final AthleteId athlete;
    private final Person by;
    private final Instant now;
    private final DatabaseAddress database;

    public StatedPlan(AthleteId athlete, Person by, Instant now, DatabaseAddress database) {
        this.athlete = athlete;
        this.by = by;
        this.now = now;
        this.database = database;
    }

    /** Goal, terms and, where there is a baseline, benchmark. A goal is known at once, also of a plan that begins later. */
    public List<Fact> of(PlanRequest request) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        facts.add(goal(request, knownFrom(request)));
        facts.add(terms(draft(request)));
        if (request.baseline().isPresent()) {
            facts.add(benchmark(request.baseline().get()));
        }
        return List.copyOf(facts);
    }

    public Benchmark benchmark(EventWords ran) throws SQLException {
        return benchmark(
                ran.date(),
                ran.event().orElse(Goal.Event.TIME_TRIAL),
                ran.metres(),
                ran.seconds().orElseThrow(),
                false);
    }

    public Benchmark benchmark(LocalDate on, Goal.Event event, int metres, int seconds, boolean withdrawn)
            throws SQLException {
        int edit = Edits.next("benchmark_revision", athlete, on.toString(), database);
        Benchmark draft = new Benchmark(athlete, on, "", now, now, edit, event, metres, seconds, withdrawn, by);
        return draft.as(Revision.of(draft));
    }

    /** The terms that hold on a day; empty when there is no plan then. */
    public Optional<PlanTerms> termsOn(LocalDate day) throws SQLException {
        return Query.of(
                        TERMS,
                        "freshlegs.plan_terms where athlete = ? and local_date <= ? order by local_date desc limit 1")
                .with(athlete.value(), day)
                .ask(database)
                .objects()
                .findFirst()
                .map(row -> new PlanTerms(
                        athlete,
                        LocalDate.parse(Show.text(row, "localDate")),
                        "",
                        now,
                        now,
                        0,
                        TrainingDays.stored(row.path("days")),
                        TrainingDays.day("A day", Show.text(row, "longRun")),
                        PlanTerms.Mode.of(Show.text(row, "mode")).orElseThrow(),
                        row.path("mostChangesAWeek").asInt(),
                        row.path("ended").asBoolean(),
                        by))
                .filter(terms -> !terms.ended());
    }

    /** The days after this one from which other terms hold. */
    public List<LocalDate> laterTerms(LocalDate day) throws SQLException {
        return days("plan_terms", day);
    }

    private List<LocalDate> days(String view, LocalDate after) throws SQLException {
        return Query.of(
                        List.of("localDate"),
                        "freshlegs." + view + " where athlete = ? and local_date > ? order by local_date")
                .with(athlete.value(), after)
                .ask(database)
                .objects()
                .map(row -> LocalDate.parse(Show.text(row, "localDate")))
                .toList();
    }

    /** Ends the plan on that day; its terms are those of before. */
    public PlanTerms ended(PlanTerms held, LocalDate on) throws SQLException {
        return terms(new PlanTerms(
                athlete,
                on,
                "",
                now,
                now,
                0,
                held.days(),
                held.longRun(),
                held.mode(),
                held.mostChangesAWeek(),
                true,
                by));
    }

    private PlanTerms draft(PlanRequest request) {
        return new PlanTerms(
                athlete,
                request.from(),
                "",
                now,
                now,
                0,
                request.days(),
                request.longRun(),
                request.mode(),
                request.mostChangesAWeek(),
                false,
                by);
    }

    /** As the next edit of those of the same day. */
    private PlanTerms terms(PlanTerms said) throws SQLException {
        int edit = Edits.next("plan_terms_revision", athlete, said.factId(), database);
        PlanTerms edited = new PlanTerms(
                athlete,
                said.localDate(),
                "",
                now,
                now,
                edit,
                said.days(),
                said.longRun(),
                said.mode(),
                said.mostChangesAWeek(),
                said.ended(),
                by);
        return edited.as(Revision.of(edited));
    }

    /** The plan's first day, unless that lies ahead or a goal that was stated for a later day would replace this one. */
    private LocalDate knownFrom(PlanRequest request) throws SQLException {
        boolean replaced = !days("goal", request.from()).isEmpty();
        return replaced || request.from().isAfter(request.today()) ? request.today() : request.from();
    }

    private Goal goal(PlanRequest request, LocalDate from) throws SQLException {
        int edit = Edits.next("goal_revision", athlete, from.toString(), database);
        String revision = Revision.of(goal(request, from, "", edit));
        return goal(request, from, revision, edit);
    }

    private Goal goal(PlanRequest request, LocalDate from, String revision, int edit) {
        return new Goal(
                athlete,
                from,
                revision,
                now,
                now,
                edit,
                request.event(),
                request.goal().metres(),
                request.goal().date(),
                request.target());
    }
}

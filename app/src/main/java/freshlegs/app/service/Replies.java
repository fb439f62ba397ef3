package freshlegs.app.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.problem.Problem;
import freshlegs.coach.NoteWish;
import freshlegs.coach.PlanAnswer;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.Person;
import freshlegs.model.Status;
import freshlegs.model.fact.AlertVerdict;
import freshlegs.model.fact.Clearance;
import freshlegs.model.fact.Note;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlanDecision.Verdict;
import freshlegs.model.fact.Silence;
import freshlegs.model.json.Json;
import freshlegs.model.json.Revision;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a person says back of an alert or a change of the plan, as the fact that it becomes; what it answers is read from the tables. */
public final class Replies {
    private static final String ALERT = """
            (select e.athlete, e.cause, e.first_day, e.last_day, e.status, e.rules, e.rule_set
             from freshlegs.episode e where e.id = ? and ledger.is_alert(e.status)
             order by ledger.severity(e.status) desc, e.first_day limit 1) alert
            """;
    private static final String JUDGED = """
            (select v.athlete, v.cause, v.local_date as first_day, v.last_day, v.status, v.rules, v.rule_set
             from freshlegs.alert_verdict v where v.alert_id = ? order by v.recorded_at desc, v.edit desc limit 1) judged
            """;
    private static final String ADJUSTMENT = "freshlegs.prescription where athlete = ? and date = ?"
            + " and adjustment ->> 'cause' = ? and adjustment ->> 'revision' = ?";
    private static final List<String> FIELDS =
            List.of("athlete", "cause", "firstDay", "lastDay", "status", "rules", "ruleSet");

    private final Person by;
    private final Instant now;
    private final DatabaseAddress database;

    public Replies(Person by, Instant now, DatabaseAddress database) {
        this.by = by;
        this.now = now;
        this.database = database;
    }

    /**
     * A verdict on the alert that people know as {@code id}. One that was judged before keeps the name of that verdict, wherever
     * late data has moved its days.
     */
    public AlertVerdict verdict(String id, AlertVerdict.Verdict said, Optional<String> why) throws SQLException {
        Optional<ObjectNode> judged = row(JUDGED, id);
        ObjectNode answered = row(ALERT, id)
                .or(() -> judged)
                .orElseThrow(() -> Problem.failed(
                        "There is no alert " + id + " that stands: `freshlegs alerts --json` has the id of each."));
        LocalDate first = date(judged.orElse(answered), "firstDay");
        LocalDate last = date(answered, "lastDay").isBefore(first) ? first : date(answered, "lastDay");
        AthleteId athlete = AthleteId.of(Show.text(answered, "athlete"));
        String cause = Show.text(answered, "cause").toLowerCase(Locale.ROOT);
        int edit = Edits.next("alert_verdict_revision", athlete, AlertVerdict.factId(first, cause), database);
        AlertVerdict draft = new AlertVerdict(
                athlete,
                first,
                last,
                cause,
                "",
                now,
                now,
                edit,
                said,
                why,
                Status.valueOf(Show.text(answered, "status")),
                Optional.of(Show.text(answered, "ruleSet")).filter(name -> !name.isEmpty()),
                StreamSupport.stream(answered.path("rules").spliterator(), false)
                        .map(JsonNode::asText)
                        .limit(AlertVerdict.MOST_RULES)
                        .toList(),
                by);
        return draft.as(Revision.of(draft));
    }

    /** From the athlete's today on; without {@code until} until somebody lifts it. */
    public Silence silence(AthleteId athlete, String about, Optional<LocalDate> until, Optional<String> why)
            throws SQLException {
        return silence(athlete, about, today(athlete), until, false, why);
    }

    /** Ends a silence that holds. */
    public Silence lifted(AthleteId athlete, String about, Optional<String> why) throws SQLException {
        ObjectNode held = Query.of(List.of("localDate", "until"), "freshlegs.silence where athlete = ? and about = ?")
                .with(athlete.value(), about)
                .ask(database)
                .objects()
                .findFirst()
                .orElseThrow(() -> Problem.failed(
                        "Nothing about " + about + " of " + athlete + " is silenced, so there is nothing to lift."));
        Optional<LocalDate> until = Optional.of(Show.text(held, "until"))
                .filter(text -> !text.isEmpty())
                .map(LocalDate::parse);
        return silence(athlete, about, date(held, "localDate"), until, true, why);
    }

    /** An answer to a change of the plan, as long as it stands as it was seen; what illness and safety ask for stays. */
    public PlanDecision decision(PlanAnswer said) throws SQLException {
        String name = said.cause().key();
        boolean overrules = said.verdict() == Verdict.KEEP_PLAN
                || said.workout().filter(workout -> !workout.equals("rest")).isPresent();
        if (said.cause().isBinding() && overrules) {
            throw Problem.failed("Nobody overrules a rest for " + name + ".");
        }
        boolean stands = Query.of(List.of("adjustment"), ADJUSTMENT)
                .with(said.athlete().value(), said.date(), said.cause().name(), said.revision())
                .ask(database)
                .objects()
                .findFirst()
                .isPresent();
        if (!stands && said.verdict() != Verdict.UNDO) {
            throw Problem.failed("The plan for " + said.date() + " has changed since: look at it again and answer what"
                    + " it says now.");
        }
        int edit = Edits.next(
                "plan_decision_revision", said.athlete(), PlanDecision.factId(said.date(), said.cause()), database);
        return decision(said, edit, Revision.of(decision(said, edit, "")));
    }

    private PlanDecision decision(PlanAnswer said, int edit, String revision) {
        return new PlanDecision(
                said.athlete(),
                said.date(),
                said.cause(),
                said.revision(),
                revision,
                now,
                now,
                edit,
                said.verdict(),
                said.workout(),
                said.reason(),
                by);
    }

    /** Leave to train again from today on, or that today's is taken back. */
    public Clearance clearance(AthleteId athlete, Optional<String> note, boolean withdrawn) throws SQLException {
        LocalDate day = today(athlete);
        int edit = Edits.next("clearance_revision", athlete, day.toString(), database);
        Clearance draft = new Clearance(athlete, day, "", now, now, edit, withdrawn, note, by);
        return draft.as(Revision.of(draft));
    }

    /** A note, or the next edit of one that the same person wrote. */
    public Note note(NoteWish wish) throws SQLException {
        Optional<ObjectNode> known = written(wish.athlete(), wish.id());
        LocalDate day = known.isPresent()
                ? date(known.get(), "localDate")
                : wish.day().isPresent() ? wish.day().get() : today(wish.athlete());
        return note(wish, day, known, false);
    }

    /** Takes a note back that the same person wrote. */
    public Note withdrawn(AthleteId athlete, String id) throws SQLException {
        ObjectNode known = written(athlete, id)
                .orElseThrow(() ->
                        Problem.failed("There is no such note of " + athlete + ", so there is nothing to take back."));
        NoteWish same = new NoteWish(
                athlete,
                id,
                Optional.of(Show.text(known, "alert")).filter(alert -> !alert.isEmpty()),
                Optional.empty(),
                known.path("text").asText(),
                known.path("shared").asBoolean());
        return note(same, date(known, "localDate"), Optional.of(known), true);
    }

    private Note note(NoteWish wish, LocalDate day, Optional<ObjectNode> known, boolean withdrawn) throws SQLException {
        Optional<Person> writer = known.map(note -> Json.MAPPER.convertValue(note.path("toldBy"), Person.class));
        if (writer.filter(person -> !person.equals(by)).isPresent()) {
            throw Problem.failed("Only who wrote a note may change it or take it back.");
        }
        int edit = Edits.next("note_revision", wish.athlete(), wish.id(), database);
        Note draft = new Note(
                wish.athlete(),
                wish.id(),
                day,
                wish.alert(),
                wish.text(),
                wish.shared(),
                "",
                now,
                now,
                edit,
                withdrawn,
                by);
        return draft.as(Revision.of(draft));
    }

    private Optional<ObjectNode> written(AthleteId athlete, String id) throws SQLException {
        return Query.of(
                        List.of("localDate", "alert", "text", "shared", "toldBy"),
                        "freshlegs.note_revision where athlete = ? and fact_id = ? order by edit desc limit 1")
                .with(athlete.value(), id)
                .ask(database)
                .objects()
                .findFirst();
    }

    /** The day that it is where the athlete lives. */
    public LocalDate today(AthleteId athlete) throws SQLException {
        return Query.of(List.of("day"), "(select ledger.local_day(?, ?) as day) here")
                .with(athlete.value(), now.atOffset(ZoneOffset.UTC))
                .ask(database)
                .objects()
                .map(row -> date(row, "day"))
                .findFirst()
                .orElseThrow();
    }

    private Silence silence(
            AthleteId athlete,
            String about,
            LocalDate from,
            Optional<LocalDate> until,
            boolean lifted,
            Optional<String> why)
            throws SQLException {
        int edit = Edits.next("silence_revision", athlete, about, database);
        Silence draft = new Silence(athlete, about, from, until, "", now, now, edit, lifted, why, by);
        return draft.as(Revision.of(draft));
    }

    private Optional<ObjectNode> row(String from, String id) throws SQLException {
        return Query.of(FIELDS, from).with(id).ask(database).objects().findFirst();
    }

    private static LocalDate date(ObjectNode row, String field) {
        return LocalDate.parse(Show.text(row, field));
    }
}

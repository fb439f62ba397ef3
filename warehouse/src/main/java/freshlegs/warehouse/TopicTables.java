package freshlegs.warehouse;

import static freshlegs.model.topic.Topics.ACTIVITY;
import static freshlegs.model.topic.Topics.ALERT_VERDICT;
import static freshlegs.model.topic.Topics.BENCHMARK;
import static freshlegs.model.topic.Topics.CHECKIN;
import static freshlegs.model.topic.Topics.CLEARANCE;
import static freshlegs.model.topic.Topics.EPISODE;
import static freshlegs.model.topic.Topics.FILE_OUTCOME;
import static freshlegs.model.topic.Topics.GOAL;
import static freshlegs.model.topic.Topics.ISSUED_SESSION;
import static freshlegs.model.topic.Topics.NOTE;
import static freshlegs.model.topic.Topics.PLANNED_PHASE;
import static freshlegs.model.topic.Topics.PLAN_DECISION;
import static freshlegs.model.topic.Topics.PLAN_TERMS;
import static freshlegs.model.topic.Topics.PRESCRIPTION;
import static freshlegs.model.topic.Topics.PROFILE;
import static freshlegs.model.topic.Topics.READING;
import static freshlegs.model.topic.Topics.RETRACTION;
import static freshlegs.model.topic.Topics.REVIEW;
import static freshlegs.model.topic.Topics.SESSION;
import static freshlegs.model.topic.Topics.SILENCE;
import static freshlegs.model.topic.Topics.STATUS;
import static freshlegs.model.topic.Topics.TREND;
import static freshlegs.model.topic.Topics.WEEK_ORDER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.fact.AlertVerdict;
import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Clearance;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.IssuedSession;
import freshlegs.model.fact.Note;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlanTerms;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Retraction;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.Silence;
import freshlegs.model.fact.WeekOrder;
import freshlegs.model.json.Flat;
import freshlegs.model.result.ActivityAnalysis;
import freshlegs.model.result.Episode;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.StatusDay;
import freshlegs.model.result.TrendDay;
import freshlegs.model.result.WeekReview;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Which topic goes into which table. */
final class TopicTables {
    private static final List<String> BY_DATE = List.of("athlete", "date");
    private static final List<String> BY_REVISION = List.of("athlete", "fact_id", "revision");
    private static final List<String> BY_KIND_AND_REVISION = List.of("athlete", "kind", "fact_id", "revision");
    private static final Column FACT_ID = Column.of("factId", "text");
    private static final Column KIND = Column.of("kind", "text");
    private static final Column RANK = Column.of("rank", "bigint");

    private static final Flat TREND_DAY = Flat.of(TrendDay.class);

    static final Table EPISODES =
            new Table("episode", Column.of(Episode.class), List.of("athlete", "cause", "first_day"));
    static final Table FILE_OUTCOMES =
            new Table("file_outcome", Column.of(FileOutcome.class), List.of("athlete", "delivery_id"));
    static final Table PRESCRIPTIONS = new Table("prescription", Column.of(Prescription.class), BY_DATE);

    static final List<TopicTable<?>> ALL = List.of(
            revisions(SESSION, new Table("session_revision", Column.of(Session.class), BY_REVISION)),
            revisions(
                    READING,
                    new Table(
                            "reading_revision",
                            union(
                                    List.of(KIND, FACT_ID, RANK),
                                    Column.of(Reading.RestingHeartRate.class),
                                    Column.of(Reading.Hrv.class),
                                    Column.of(Reading.Sleep.class)),
                            BY_KIND_AND_REVISION)),
            revisions(
                    CHECKIN,
                    new Table(
                            "checkin_revision",
                            union(
                                    List.of(KIND, FACT_ID, RANK),
                                    Column.of(CheckIn.Morning.class),
                                    Column.of(CheckIn.AfterRun.class)),
                            BY_KIND_AND_REVISION)),
            revisions(
                    PROFILE,
                    new Table(
                            "profile_revision", union(List.of(FACT_ID, RANK), Column.of(Profile.class)), BY_REVISION)),
            revisions(GOAL, revised("goal_revision", Goal.class)),
            revisions(PLAN_DECISION, revised("plan_decision_revision", PlanDecision.class)),
            revisions(PLANNED_PHASE, revised("planned_phase_revision", PlannedPhase.class)),
            revisions(PLAN_TERMS, revised("plan_terms_revision", PlanTerms.class)),
            revisions(BENCHMARK, revised("benchmark_revision", Benchmark.class)),
            revisions(CLEARANCE, revised("clearance_revision", Clearance.class)),
            revisions(WEEK_ORDER, revised("week_order_revision", WeekOrder.class)),
            revisions(ISSUED_SESSION, revised("issued_session_revision", IssuedSession.class)),
            revisions(ALERT_VERDICT, revised("alert_verdict_revision", AlertVerdict.class)),
            revisions(SILENCE, revised("silence_revision", Silence.class)),
            revisions(NOTE, revised("note_revision", Note.class)),
            revisions(RETRACTION, revised("retraction_revision", Retraction.class)),
            result(FILE_OUTCOME, FILE_OUTCOMES, outcome -> RecordKey.of(outcome.athlete(), outcome.deliveryId())),
            new TopicTable<>(
                    TREND,
                    new Table("trend_day", Column.of(TREND_DAY), BY_DATE),
                    day -> RecordKey.of(day.athlete(), day.date()),
                    TopicTables::parts,
                    (day, row) -> TREND_DAY.flatten(row)),
            result(
                    ACTIVITY,
                    new Table(
                            "activity_analysis",
                            Column.of(ActivityAnalysis.class),
                            List.of("athlete", "date", "fact_id", "revision")),
                    activity -> RecordKey.of(activity.athlete(), activity.key())),
            result(
                    STATUS,
                    new Table("status_day", Column.of(StatusDay.class), BY_DATE),
                    day -> RecordKey.of(day.athlete(), day.date())),
            new TopicTable<>(
                    EPISODE,
                    EPISODES,
                    episode -> RecordKey.of(episode.athlete(), episode.key()),
                    TopicTables::athleteCauseAndFirstDay,
                    (episode, row) -> {}),
            result(PRESCRIPTION, PRESCRIPTIONS, day -> RecordKey.of(day.athlete(), day.date())),
            result(
                    REVIEW,
                    new Table("week_review", Column.of(WeekReview.class), List.of("athlete", "week")),
                    review -> RecordKey.of(review.athlete(), review.week())));

    private TopicTables() {}

    static List<String> topics() {
        return ALL.stream().map(way -> way.topic().name()).toList();
    }

    private static Table revised(String name, Class<? extends Record> fact) {
        return new Table(name, union(List.of(FACT_ID, RANK), Column.of(fact)), BY_REVISION);
    }

    private static <V> TopicTable<V> result(Topic<V> topic, Table table, Function<V, String> key) {
        return new TopicTable<>(topic, table, key, TopicTables::parts, (message, row) -> {});
    }

    private static <V extends Fact> TopicTable<V> revisions(Topic<V> topic, Table table) {
        boolean kinds = table.key().contains(KIND.name());
        return new TopicTable<>(
                topic,
                table,
                RecordKey::of,
                key -> kinds ? parts(key) : withoutKind(parts(key)),
                TopicTables::addIdentityAndRank);
    }

    private static void addIdentityAndRank(Fact fact, ObjectNode row) {
        row.put(KIND.field(), fact.kind().key());
        row.put(FACT_ID.field(), fact.factId());
        row.put(RANK.field(), fact.rank());
    }

    private static List<String> parts(String key) {
        List<String> parts = new ArrayList<>();
        parts.add(RecordKey.athleteOf(key).value());
        parts.addAll(RecordKey.rest(key));
        return parts;
    }

    private static List<String> withoutKind(List<String> parts) {
        List<String> rest = new ArrayList<>(parts);
        rest.remove(Math.min(1, parts.size() - 1));
        return rest;
    }

    /** {@code anna/fatigue.2026-11-18} stands for anna, FATIGUE and the date. */
    private static List<String> athleteCauseAndFirstDay(String key) {
        List<String> parts = parts(key);
        String[] causeAndDay = parts.get(parts.size() - 1).split("\\.", -1);
        List<String> identity = new ArrayList<>(parts.subList(0, parts.size() - 1));
        identity.add(causeAndDay[0].toUpperCase(Locale.ROOT));
        identity.addAll(List.of(causeAndDay).subList(1, causeAndDay.length));
        return identity;
    }

    @SafeVarargs
    private static List<Column> union(List<Column>... parts) {
        Set<Column> all = new LinkedHashSet<>();
        for (List<Column> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }
}

package freshlegs.model.topic;

import freshlegs.model.fact.AlertVerdict;
import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Clearance;
import freshlegs.model.fact.DayClosed;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.IssuedSession;
import freshlegs.model.fact.Note;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlanTerms;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Retraction;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.Silence;
import freshlegs.model.fact.WeekOrder;
import freshlegs.model.queue.WaitingFile;
import freshlegs.model.result.ActivityAnalysis;
import freshlegs.model.result.Episode;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.Refold;
import freshlegs.model.result.StatusDay;
import freshlegs.model.result.TrendDay;
import freshlegs.model.result.WeekReview;
import java.util.ArrayList;
import java.util.List;

/** The catalogue: every topic there is, from which topics are created and against which the documentation is checked. */
public final class Topics {
    private static final String FACT_KEY = "athlete/kind/fact/revision";
    private static final String DATE_KEY = "athlete/date";

    public static final Topic<Recording> RECORDING =
            fact("activity.recording.v1", Recording.class, "ingest", "activities with their samples, one record each");
    public static final Topic<Session> SESSION =
            fact("activity.session.v1", Session.class, "streams", "what each recording amounts to, whoever ran it");
    public static final Topic<Reading> READING =
            fact("wellness.reading.v1", Reading.class, "ingest", "resting heart rate, HRV and sleep, by day");
    public static final Topic<CheckIn> CHECKIN =
            fact("athlete.checkin.v1", CheckIn.class, "ingest", "what athletes say of mornings and runs");
    public static final Topic<Profile> PROFILE =
            fact("athlete.profile.v1", Profile.class, "ingest", "what is known of athletes, by day");
    public static final Topic<DayClosed> DAY_CLOSED =
            fact("calendar.day-closed.v1", DayClosed.class, "ingest", "local days that are over");
    public static final Topic<Delivery> DELIVERY =
            fact("intake.delivery.v1", Delivery.class, "ingest", "files handed over and the facts they held");
    public static final Topic<FileDecision> FILE_DECISION =
            fact("intake.decision.v1", FileDecision.class, "app", "what people decided about files and archives");
    public static final Topic<Goal> GOAL =
            fact("athlete.goal.v1", Goal.class, "app", "races and time trials that athletes train for");
    public static final Topic<PlanDecision> PLAN_DECISION =
            fact("plan.decision.v1", PlanDecision.class, "app", "what people decided about adjustments of the plan");
    public static final Topic<PlannedPhase> PLANNED_PHASE =
            fact("plan.phase.v1", PlannedPhase.class, "app", "hard blocks, tapers and weeks away, as they are planned");
    public static final Topic<PlanTerms> PLAN_TERMS = fact(
            "plan.terms.v1", PlanTerms.class, "app", "which days plans may use, and how far they change by themselves");
    public static final Topic<Benchmark> BENCHMARK =
            fact("athlete.benchmark.v1", Benchmark.class, "app", "times of races and time trials");
    public static final Topic<Clearance> CLEARANCE =
            fact("plan.clearance.v1", Clearance.class, "app", "leave to train again after a stop for safety");
    public static final Topic<IssuedSession> ISSUED_SESSION =
            fact("plan.issued.v1", IssuedSession.class, "app", "each day's session as it stood when the day began");
    public static final Topic<WeekOrder> WEEK_ORDER =
            fact("plan.order.v1", WeekOrder.class, "app", "in which order the days of a week are run");
    public static final Topic<Retraction> RETRACTION =
            fact("fact.retraction.v1", Retraction.class, "app", "facts that were taken back for good");
    public static final Topic<AlertVerdict> ALERT_VERDICT =
            fact("alert.verdict.v1", AlertVerdict.class, "app", "whether people hold alerts for right");
    public static final Topic<Silence> SILENCE =
            fact("alert.silence.v1", Silence.class, "app", "alerts that people want not to hear of");
    public static final Topic<Note> NOTE =
            fact("athlete.note.v1", Note.class, "app", "what people write down about alerts and days");

    public static final Topic<FileOutcome> FILE_OUTCOME =
            result("intake.outcome.v1", "athlete/delivery", FileOutcome.class, "what became of each delivered file");
    public static final Topic<TrendDay> TREND = result(
            "training.trend.v1",
            DATE_KEY,
            TrendDay.class,
            "training, running and recovery by day, each against the athlete's own usual");
    public static final Topic<ActivityAnalysis> ACTIVITY = result(
            "training.activity.v1",
            "athlete/date/fact/revision",
            ActivityAnalysis.class,
            "what each activity amounted to for its athlete");
    public static final Topic<StatusDay> STATUS =
            result("fatigue.status.v1", DATE_KEY, StatusDay.class, "how the athlete stands, with all evidence");
    public static final Topic<Episode> EPISODE = result(
            "fatigue.episode.v1",
            "athlete/cause.first-day",
            Episode.class,
            "alerts from their first to their last day");
    public static final Topic<Prescription> PRESCRIPTION =
            result("plan.prescription.v1", DATE_KEY, Prescription.class, "planned and adjusted training by day");
    public static final Topic<WeekReview> REVIEW = result(
            "training.review.v1",
            "athlete/week",
            WeekReview.class,
            "what rose and fell in each week, and what that rests on");

    public static final Topic<Refold> REFOLD = new Topic<>(
            "athlete.refold.v1",
            "athlete/refold",
            Refold.class,
            schemaOf("athlete.refold.v1"),
            "app",
            "athletes all of whose results are to be told anew");

    public static final Topic<WaitingFile> TICKET = new Topic<>(
            "intake.ticket.v1",
            "athlete/ticket/delivery",
            WaitingFile.class,
            schemaOf("intake.ticket.v1"),
            "ingest",
            "files that wait to be read; gone once they are");

    public static final Topic<byte[]> DEAD_LETTER = new Topic<>(
            "streams.dead-letter.v1",
            "athlete/dead-letter/place",
            byte[].class,
            "as it was",
            "streams",
            "records that could not be processed, with the reason in headers");

    private Topics() {}

    /** What happened; state is a function of the set of these. */
    public static List<Topic<? extends Fact>> facts() {
        return List.of(
                RECORDING,
                SESSION,
                READING,
                CHECKIN,
                PROFILE,
                DAY_CLOSED,
                DELIVERY,
                FILE_DECISION,
                GOAL,
                PLAN_DECISION,
                PLANNED_PHASE,
                PLAN_TERMS,
                BENCHMARK,
                CLEARANCE,
                ISSUED_SESSION,
                WEEK_ORDER,
                RETRACTION);
    }

    /** What people say back of what they were told; it changes no day, so the season does not read it. */
    public static List<Topic<? extends Fact>> answers() {
        return List.of(ALERT_VERDICT, SILENCE, NOTE);
    }

    /** What the season says. */
    public static List<Topic<?>> results() {
        return List.of(FILE_OUTCOME, TREND, ACTIVITY, STATUS, EPISODE, PRESCRIPTION, REVIEW);
    }

    /** What is asked of the season; nothing that it says depends on these. */
    public static List<Topic<?>> requests() {
        return List.of(REFOLD);
    }

    /** What the workers of the intake share among them; nothing is derived from these. */
    public static List<Topic<?>> queue() {
        return List.of(TICKET);
    }

    public static List<Topic<?>> all() {
        List<Topic<?>> all = new ArrayList<>(facts());
        all.addAll(answers());
        all.addAll(results());
        all.addAll(requests());
        all.addAll(queue());
        all.add(DEAD_LETTER);
        return List.copyOf(all);
    }

    private static <V extends Fact> Topic<V> fact(String name, Class<V> type, String owner, String holds) {
        return new Topic<>(name, FACT_KEY, type, schemaOf(name), owner, holds);
    }

    private static <V> Topic<V> result(String name, String key, Class<V> type, String holds) {
        return new Topic<>(name, key, type, schemaOf(name), "streams", holds);
    }

    /** The schema header: the topic's name with its major version, such as {@code activity.session/1}. */
    private static String schemaOf(String name) {
        return name.replaceFirst("\\.v(\\d+)$", "/$1");
    }
}

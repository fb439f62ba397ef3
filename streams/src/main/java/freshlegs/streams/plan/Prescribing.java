package freshlegs.streams.plan;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.IssuedSession;
import freshlegs.model.fact.PlanTerms.Mode;
import freshlegs.model.plan.Ability;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Adjustment.Kind;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.Prescription.Aim;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One day's prescription from the days before it and from what people say of it: the session of its week, what is left of it, and
 * what was decided. What was issued when the day began takes the place of the first two.
 */
final class Prescribing {
    private final AthleteId athlete;
    private final Recently recently;
    private final Wishes wishes;
    private final Optional<HeartRates> heartRates;
    private final Optional<Aim> aim;
    private final Ability ability;
    private final Sessions sessions;
    private final double easySpeed;
    private final Caps caps;
    private final Course course;
    private final Frame frame;
    private final Week week;

    /** {@code known} is the last day of which anything is known: paces are those of that day until something new is known. */
    Prescribing(AthleteId athlete, Recently recently, Wishes wishes, Optional<HeartRates> heartRates, LocalDate known) {
        this.athlete = athlete;
        this.wishes = wishes;
        this.heartRates = heartRates;
        LocalDate date = recently.planned();
        this.aim = Aiming.on(date, recently.aim(), wishes.goal());
        this.recently = begun(recently);
        Course heard = this.recently.course().hearing(wishes, date, recently.daysWithoutRun());
        this.ability = Abilities.on(known, heard.benchmarks(), aim);
        int turn = Week.turnOf(date);
        this.sessions = new Sessions(ability, heartRates, turn, turn % 2 == 1);
        this.easySpeed = easySpeed();
        this.caps = new Caps(this.recently, easySpeed);
        this.course = heard.frame().filter(framed -> framed.isOf(date)).isPresent()
                ? heard
                : new Framing(this.recently, heard, aim, easySpeed).framed();
        this.frame = course.frame().orElseThrow();
        this.week = new Week(frame, course, this.recently.standing(), aim, sessions, caps);
    }

    /** On the day on which terms are stated the way to the goal begins. */
    private Recently begun(Recently before) {
        return wishes.terms().isPresent() && aim.isPresent()
                ? before.standingAt(before.standing()
                        .beginning(
                                ChronoUnit.WEEKS.between(
                                        before.planned(), aim.get().date()),
                                before.planned()))
                : before;
    }

    private double easySpeed() {
        if (ability.vdot().isPresent()) {
            return Paces.EASY.metresPerSecond(ability.vdot().getAsDouble());
        }
        return recently.meanSpeed().orElse(Sizes.ASSUMED_METRES_PER_SECOND);
    }

    /** A day's prescription and the course that it leaves. */
    record Prescribed(Prescription prescription, Course course) {}

    /** For a day that has begun; {@code morning} is what the athlete said on it. */
    Prescribed today(PlanFacts morning) {
        Workout planned = session();
        Adjusted adjusted = adjusted(planned);
        Adjusted now = Morning.adjusted(new Adjusting(adjusted.workout(), recently, sessions), morning)
                .orElse(adjusted);
        return prescribed(planned, now, false);
    }

    /** For a day that lies ahead; where the coach has the first word, what is eased for fatigue is a proposal. */
    Prescribed ahead() {
        Workout planned = session();
        Adjusted adjusted = adjusted(planned);
        boolean proposed = wishes.issued().isEmpty()
                && course.terms().mode() == Mode.REVIEW_FIRST
                && adjusted.adjustment().filter(change -> isSoft(change)).isPresent();
        return prescribed(planned, adjusted, proposed);
    }

    private Workout session() {
        return wishes.issued().map(IssuedSession::planned).orElseGet(this::planned);
    }

    private Workout planned() {
        LocalDate date = recently.planned();
        boolean moved = course.movedTo().filter(date::equals).isPresent();
        return moved ? caps.fitKey(week.moved(date), frame, sessions) : week.on(date);
    }

    private Adjusted adjusted(Workout planned) {
        return wishes.issued().map(Prescribing::issued).orElseGet(() -> new Adjusting(planned, recently, sessions)
                .adjust(course, frame, caps));
    }

    private static boolean isSoft(Adjustment change) {
        return switch (change.cause()) {
            case FATIGUE, SORENESS -> true;
            case ILLNESS, SAFETY, SPACING, LOAD, AVAILABILITY, WEATHER, DONE -> false;
        };
    }

    private static Adjusted issued(IssuedSession session) {
        return new Adjusted(
                session.adjustment().map(Adjustment::instead).orElse(session.planned()), session.adjustment());
    }

    private Prescribed prescribed(Workout planned, Adjusted adjusted, boolean proposed) {
        var answered =
                Answering.answer(planned, adjusted, wishes.decisions(), new Bounds(recently, frame, caps), sessions);
        boolean waits = proposed && !answered.isDecided();
        Prescription prescription = new Prescription(
                athlete,
                recently.planned(),
                wishes.issued().map(IssuedSession::level).orElseGet(() -> week.rung()),
                wishes.issued().map(IssuedSession::levelName).orElseGet(() -> Level.of(week.rung())
                        .title()),
                recently.status(),
                planned,
                waits ? planned : answered.workout(),
                adjusted.adjustment(),
                aim,
                answered.decisions(),
                course.terms().since().isPresent() ? Optional.of(frame.told(course.terms())) : Optional.empty(),
                ability,
                Optional.empty(),
                wishes.issued().isPresent(),
                waits);
        boolean moves =
                adjusted.adjustment().filter(one -> one.kind() == Kind.MOVED).isPresent()
                        && answered.workout().equals(adjusted.workout());
        return new Prescribed(
                prescription,
                moves
                        ? course.moving(
                                adjusted.adjustment().orElseThrow().until().orElseThrow())
                        : course);
    }

    Week week() {
        return week;
    }

    Recently recently() {
        return recently;
    }

    Optional<Aim> aim() {
        return aim;
    }

    double speed() {
        return easySpeed;
    }

    Course course() {
        return course;
    }

    Optional<HeartRates> heartRates() {
        return heartRates;
    }
}

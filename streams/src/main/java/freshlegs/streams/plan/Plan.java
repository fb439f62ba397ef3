package freshlegs.streams.plan;

import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import freshlegs.model.plan.Ability;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.Prescription.Aim;
import freshlegs.model.result.StatusDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What to train: each day's prescription follows from the days before it; the day itself decides the next one's. */
public final class Plan {
    /** How many days back the plan looks; anything older is carried in the standing. */
    public static final int LOOK_BACK_DAYS = 36;

    private static final int HARD_EFFORT = 7;
    private static final double HARD_SECONDS_ABOVE_THRESHOLD = 480;
    private static final double COMING_BACK_SHARE = 0.7;

    private Plan() {}

    /** The day after {@code recent}, which is oldest first and without gaps. */
    public static PlanDay next(List<PlanDay> recent, PlanFacts today) {
        Recently recently = recently(recent, today.date());
        Prescription prescription = prescribe(today.athlete(), recently, recently.aim(), today.wishes());
        Level level = Level.of(recently.standing().level());
        Optional<LadderSession> session = LadderSession.in(today, level);
        StatusDay status = today.status();
        return new PlanDay(
                prescription,
                status.status(),
                status.why(),
                feelingChart(status),
                longestRunMinutes(today),
                isHard(today, session),
                Climbing.after(
                        recently, status.status(), session, Aiming.isCloseToRace(today.date(), prescription.aim())));
    }

    /** The days after the last of {@code recent}, as if its state stayed; {@code ahead} is what is asked of each of them. */
    public static List<Prescription> outlook(AthleteId athlete, List<PlanDay> recent, List<Wishes> ahead) {
        if (recent.isEmpty()) {
            return List.of();
        }
        LocalDate date = recent.get(recent.size() - 1).date();
        Optional<Aim> aim = recently(recent, date).aim();
        List<Prescription> outlook = new ArrayList<>();
        for (Wishes wishes : ahead) {
            date = date.plusDays(1);
            Prescription next = prescribe(athlete, recently(recent, date), aim, wishes);
            aim = next.aim();
            outlook.add(next);
        }
        return List.copyOf(outlook);
    }

    private static Recently recently(List<PlanDay> recent, LocalDate planned) {
        int from = Math.max(0, recent.size() - LOOK_BACK_DAYS);
        return new Recently(recent.subList(from, recent.size()), planned);
    }

    private static Prescription prescribe(
            AthleteId athlete, Recently recently, Optional<Aim> aimBefore, Wishes wishes) {
        Standing standing = recently.standing();
        int rung = Math.max(0, standing.level() - (standing.comingBack() ? 1 : 0));
        Level level = Level.of(rung);
        double share = standing.comingBack() ? COMING_BACK_SHARE : 1;
        var planned = new Week(level, share, recently.longMinutes()).on(recently.planned());
        var adjusted = Adjusting.adjust(planned, recently);
        var answered = Answering.answer(planned, adjusted, wishes.decisions());
        return new Prescription(
                athlete,
                recently.planned(),
                rung,
                level.title(),
                recently.status(),
                planned,
                answered.workout(),
                adjusted.adjustment(),
                Aiming.on(recently.planned(), aimBefore, wishes.goal()),
                answered.decisions(),
                Optional.empty(),
                Ability.UNKNOWN,
                Optional.empty(),
                false,
                false);
    }

    private static OptionalDouble feelingChart(StatusDay status) {
        for (Domain domain : status.domains()) {
            if (domain.name() == Domain.Name.SUBJECTIVE && domain.known()) {
                return OptionalDouble.of(domain.chart());
            }
        }
        return OptionalDouble.empty();
    }

    private static int longestRunMinutes(PlanFacts today) {
        return today.sessions().stream()
                .filter(session -> session.sport() == Sport.RUNNING)
                .mapToInt(session -> (int) Math.round(session.timerSeconds() / 60))
                .max()
                .orElse(0);
    }

    private static boolean isHard(PlanFacts today, Optional<LadderSession> session) {
        boolean felt = LadderSession.effort(today).orElse(0) >= HARD_EFFORT;
        OptionalDouble threshold = today.thresholdSpeedMetresPerSecond();
        boolean fast = threshold.isPresent()
                && today.sessions().stream()
                        .anyMatch(run -> LadderSession.secondsAbove(run, threshold.getAsDouble())
                                >= HARD_SECONDS_ABOVE_THRESHOLD);
        return felt || fast || session.filter(LadderSession::isHard).isPresent();
    }
}

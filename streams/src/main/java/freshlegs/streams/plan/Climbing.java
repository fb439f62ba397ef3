package freshlegs.streams.plan;

import freshlegs.model.Status;
import freshlegs.streams.plan.Standing.Success;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the standing changes with a day. Two successes at least 14 days apart earn the next rung, or the rung they were run on
 * when that is higher, never within 7 days of the last change or close to a race, and only while all is calm; two failures in a row, or a warning
 * that lasts 7 days, cost one rung, a strong warning two. The way back ends with a success, or with
 * three weeks of calm.
 */
final class Climbing {
    private static final int APART_DAYS = 14;
    private static final int DWELL_DAYS = 7;
    private static final int FAILURES = 2;
    private static final int LASTING_DAYS = 7;
    private static final int CALM_DAYS = 21;
    private static final int TOP = Level.FAST_TEMPO.rung();
    private static final int REMEMBERED_DAYS = 56;

    private Climbing() {}

    static Standing after(Recently recently, Status today, Optional<LadderSession> session, boolean closeToRace) {
        Standing standing = warned(recently, today);
        if (today.isAlert() || alertInLastWeek(recently) || session.isEmpty()) {
            return standing;
        }
        return switch (session.get().verdict()) {
            case SUCCESS ->
                succeeded(
                        standing,
                        recently.planned(),
                        session.get().level(),
                        (today == Status.GREEN || today == Status.UNKNOWN) && !closeToRace);
            case FAILURE -> failed(standing, recently.planned());
            case UNCLEAR -> standing;
        };
    }

    private static Standing warned(Recently recently, Status today) {
        Standing standing = recently.standing();
        boolean newlyRed = today == Status.RED && recently.status() != Status.RED;
        boolean lasting = today == Status.AMBER && recently.alertDays() == LASTING_DAYS - 1;
        int lost = newlyRed ? 2 : lasting ? 1 : 0;
        if (lost > 0) {
            return down(standing, lost, recently.planned(), true);
        }
        if (standing.comingBack()
                && !today.isAlert()
                && !recently.within(CALM_DAYS, day -> day.status().isAlert())) {
            return new Standing(
                    standing.level(),
                    standing.since(),
                    standing.successes(),
                    standing.successesHere(),
                    standing.failuresInARow(),
                    false);
        }
        return today.isAlert() && !standing.comingBack()
                ? new Standing(standing.level(), standing.since(), List.of(), standing.successesHere(), 0, true)
                : standing;
    }

    private static Standing succeeded(Standing standing, LocalDate date, Level level, boolean mayClimb) {
        List<Success> successes = Stream.concat(
                        standing.successes().stream()
                                .filter(s -> ChronoUnit.DAYS.between(s.date(), date) <= REMEMBERED_DAYS),
                        Stream.of(new Success(date, level.rung())))
                .filter(success -> success.level() >= standing.level())
                .toList();
        Standing calm = new Standing(
                standing.level(), standing.since(), firstAndLast(successes), standing.successesHere() + 1, 0, false);
        boolean dwelt = standing.since().stream().allMatch(since -> ChronoUnit.DAYS.between(since, date) >= DWELL_DAYS);
        return mayClimb && dwelt && farEnoughApart(successes) && standing.level() < TOP
                ? up(calm, successes, date)
                : calm;
    }

    private static Standing up(Standing standing, List<Success> successes, LocalDate date) {
        int shown = successes.stream().mapToInt(Success::level).min().orElse(0);
        int level = Math.min(TOP, Math.max(standing.level() + 1, shown));
        return new Standing(level, Optional.of(date), List.of(), 0, 0, false);
    }

    private static Standing failed(Standing standing, LocalDate date) {
        int failures = standing.failuresInARow() + 1;
        return failures >= FAILURES
                ? down(standing, 1, date, standing.comingBack())
                : new Standing(
                        standing.level(),
                        standing.since(),
                        standing.successes(),
                        standing.successesHere(),
                        failures,
                        standing.comingBack());
    }

    private static Standing down(Standing standing, int rungs, LocalDate date, boolean comingBack) {
        return new Standing(Math.max(0, standing.level() - rungs), Optional.of(date), List.of(), 0, 0, comingBack);
    }

    private static boolean farEnoughApart(List<Success> successes) {
        return successes.size() >= 2
                && ChronoUnit.DAYS.between(
                                successes.get(0).date(),
                                successes.get(successes.size() - 1).date())
                        >= APART_DAYS;
    }

    /** All that the next decision needs of them, so that the state stays small. */
    private static List<Success> firstAndLast(List<Success> successes) {
        return successes.size() <= 2 ? successes : List.of(successes.get(0), successes.get(successes.size() - 1));
    }

    private static boolean alertInLastWeek(Recently recently) {
        return recently.within(7, day -> day.status().isAlert());
    }
}

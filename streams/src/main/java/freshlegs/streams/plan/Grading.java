package freshlegs.streams.plan;

import freshlegs.model.fact.Session;
import freshlegs.model.fact.SessionDetail.FormDrift;
import freshlegs.model.plan.Done;
import freshlegs.model.plan.Done.Grade;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.PaceRange;
import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Workout;
import freshlegs.streams.activity.Fade;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a matched session went. Success: all repeats but one within 3 % of their target (6 % under 300 m, where positioning errs by 2 to
 * 2.5 %), none more than 5 % (10 %) faster, no fade, effort at most 8 and at most one more than planned, quality at least 6 where it was told,
 * and form kept. Form counts only beside an effort above what was planned: alone it says too little (running to exhaustion changed
 * neither cadence nor time on the ground). Without a word on effort nothing is concluded; without a pace target, off road and where
 * positioning was poor all but the pace is judged.
 */
final class Grading {
    private static final double MUCH_FASTER = 0.05;
    private static final double MUCH_FASTER_SHORT = 0.10;
    private static final double EQUAL_SPEED_PERCENT = 2;
    private static final double FEWER_STEPS_PERCENT = -3;
    private static final double LONGER_ON_GROUND_PERCENT = 4;
    private static final double GOOD_POSITION = 0.9;

    private final Planned planned;
    private final Found found;
    private final PlanFacts today;
    private final List<String> said = new ArrayList<>();
    private boolean well = true;

    private Grading(Planned planned, Found found, PlanFacts today) {
        this.planned = planned;
        this.found = found;
        this.today = today;
    }

    static Done done(Planned planned, Found found, PlanFacts today) {
        return new Grading(planned, found, today).done();
    }

    private Done done() {
        OptionalInt onTarget = pieces();
        Optional<Boolean> faded = Fade.of(found.repeats()).map(Fade::isFaded);
        faded.ifPresent(fade -> mark(!fade, fade ? "they faded" : "no fade"));
        if (planned.workout().kind() == Workout.Kind.STRIDES) {
            int strides = Finding.strides(found.run());
            said.add(strides == 0 ? "no strides seen" : strides + " strides");
        }
        OptionalDouble effort = LadderSession.effort(today);
        effort(effort);
        form(effort);
        OptionalInt quality = LadderSession.quality(today);
        quality.ifPresent(q -> mark(q >= LadderSession.LEAST_QUALITY, "quality " + q));
        if (!planned.date().equals(today.date())) {
            said.add("planned for " + planned.date().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
        Grade grade = effort.isEmpty() ? Grade.UNCLEAR : well ? Grade.SUCCESS : Grade.FAILURE;
        return new Done(
                planned.date(),
                planned.workout().kind(),
                found.run().factId(),
                grade,
                found.repeats().isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(found.repeats().size()),
                onTarget,
                faded,
                effort.isPresent() ? OptionalInt.of((int) Math.round(effort.getAsDouble())) : OptionalInt.empty(),
                quality,
                sentence(said));
    }

    private OptionalInt pieces() {
        if (found.pieces().isEmpty()) {
            return OptionalInt.empty();
        }
        boolean repeats = !found.repeats().isEmpty();
        int asked = repeats ? new Amount(new Making(Sessions.byEffort(), planned.workout())).value() : 1;
        Optional<PaceRange> target = target();
        if (target.isEmpty()) {
            int ran = found.pieces().size();
            mark(ran >= asked - 1, repeats ? ran + " of " + asked + " run" : "run as long as planned");
            return OptionalInt.empty();
        }
        double pace = (target.get().fastest() + target.get().slowest()) / 2.0;
        boolean brief = repeats && found.pieces().get(0).metres() < Speeds.SHORT_METRES;
        double reach = brief ? Speeds.SHORT_REACH : Speeds.REACH;
        int on = (int) found.pieces().stream()
                .filter(piece -> Math.abs(piece.secondsPerKilometre() / pace - 1) <= reach)
                .count();
        if (repeats) {
            mark(on >= asked - 1, on + " of " + Math.max(asked, found.pieces().size()) + " on target");
            tooFast(pace, brief ? MUCH_FASTER_SHORT : MUCH_FASTER);
        } else {
            mark(on == 1, tempo(100 * (found.pieces().get(0).secondsPerKilometre() / pace - 1), on == 1));
        }
        return OptionalInt.of(on);
    }

    private void tooFast(double pace, double much) {
        long fast = found.pieces().stream()
                .filter(piece -> piece.secondsPerKilometre() / pace < 1 - much)
                .count();
        if (fast > 0) {
            mark(false, fast + " much too fast");
        }
    }

    private static String tempo(double slower, boolean onTarget) {
        return onTarget
                ? "tempo on target"
                : "tempo " + Math.round(Math.abs(slower)) + " % "
                        + (slower > 0 ? "slower than its target" : "faster than its target");
    }

    /** None where the speeds of the run mean little. */
    private Optional<PaceRange> target() {
        Session run = found.run();
        boolean trail = run.subSport().orElse("").toLowerCase(Locale.ROOT).contains("trail");
        return trail || run.pace().trustedShare() < GOOD_POSITION
                ? Optional.empty()
                : new Making(Sessions.byEffort(), planned.workout())
                        .steps(Part.RUN)
                        .findFirst()
                        .flatMap(Step::pace);
    }

    private void effort(OptionalDouble effort) {
        if (effort.isEmpty()) {
            said.add("no word on effort");
            return;
        }
        double felt = effort.getAsDouble();
        Workout workout = planned.workout();
        int most = workout.effort().highest();
        String words = "effort " + Math.round(felt);
        boolean asPlanned = most == 0 || felt <= most;
        mark(
                felt <= LadderSession.MOST_EFFORT && (most == 0 || felt <= most + 1),
                asPlanned ? words + " as planned" : words + " where at most " + most + " was planned");
    }

    private void form(OptionalDouble effort) {
        if (found.run().detail().formDrift().filter(Grading::slipped).isPresent()) {
            boolean hard = effort.orElse(0) > planned.workout().effort().highest();
            mark(!hard, "form slipped in the last one");
        }
    }

    private static boolean slipped(FormDrift drift) {
        return Math.abs(drift.speedPercent()) <= EQUAL_SPEED_PERCENT
                && (drift.cadencePercent().orElse(0) <= FEWER_STEPS_PERCENT
                        || drift.stanceTimePercent().orElse(0) >= LONGER_ON_GROUND_PERCENT);
    }

    private void mark(boolean passed, String words) {
        well &= passed;
        said.add(words);
    }

    static String sentence(List<String> parts) {
        String all = String.join(", ", parts);
        return all.isEmpty() ? "" : Character.toUpperCase(all.charAt(0)) + all.substring(1) + ".";
    }
}

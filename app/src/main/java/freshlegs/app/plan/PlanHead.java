package freshlegs.app.plan;

import freshlegs.app.output.RaceTime;
import freshlegs.model.fact.Goal;
import freshlegs.model.plan.Ability;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.Prescription.Aim;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Where a plan leads, what the athlete's ability promises there, and what its paces rest on. */
record PlanHead(Prescription day, LocalDate today) {
    @Override
    public String toString() {
        List<String> sentences = new ArrayList<>();
        sentences.add(goal());
        sentences.add(paces());
        prediction(sentences);
        StringBuilder head = new StringBuilder();
        sentences.forEach(sentence -> head.append(Wrapped.text("", sentence)));
        return head.toString();
    }

    private String goal() {
        return day.aim()
                .map(this::goal)
                .orElse(
                        day.week().isPresent()
                                ? "Goal: none is ahead; the plan keeps what was gained."
                                : "Goal: none yet. `freshlegs plan create --athlete " + day.athlete()
                                        + "` plans the way to one; until then this is the standing week.");
    }

    private String goal(Aim aim) {
        String hoped = aim.targetSeconds().isPresent()
                ? " in " + RaceTime.text(aim.targetSeconds().getAsInt())
                : "";
        long left = ChronoUnit.DAYS.between(today, aim.date());
        String when = left < 0
                ? ""
                : left < 21 ? ", " + Words.many((int) left, "day") + " from now" : ", " + left / 7 + " weeks from now";
        return "Goal: " + Distance.text(aim.distanceMetres())
                + (aim.event() == Goal.Event.RACE ? "" : " time trial") + hoped + " on "
                + Words.dayAndYear(aim.date()) + when + ".";
    }

    private void prediction(List<String> sentences) {
        Ability ability = day.ability();
        if (day.aim().isEmpty() || ability.predictedSeconds().isEmpty()) {
            return;
        }
        Aim aim = day.aim().get();
        int predicted = ability.predictedSeconds().getAsInt();
        String promise =
                "As things stand: " + RaceTime.text(predicted) + " over " + Distance.text(aim.distanceMetres());
        sentences.add(promise
                + (aim.targetSeconds().isEmpty()
                        ? "."
                        : againstTarget(predicted, aim.targetSeconds().getAsInt())));
    }

    private static String againstTarget(int predicted, int target) {
        double missing = 100.0 * (predicted - target) / predicted;
        return missing <= 0
                ? ", so the target is within reach."
                : String.format(Locale.ROOT, ", %.1f %% away from the target.", missing);
    }

    private String paces() {
        Ability ability = day.ability();
        Ability.Basis basis = Objects.requireNonNullElse(ability.basis(), Ability.Basis.EFFORT);
        String vdot = ability.vdot().isPresent()
                ? String.format(Locale.ROOT, " (VDOT %.1f)", ability.vdot().getAsDouble())
                : "";
        return switch (basis) {
            case EFFORT ->
                "Paces: none; effort says how hard each session is, since no race or time trial of the last "
                        + PlanRequest.BASELINE_WEEKS + " weeks is known.";
            case CRITICAL_SPEED ->
                "Paces: from critical speed, the line through several efforts of 2 to 15 minutes" + vdot + "."
                        + change(ability);
            case RACE, TIME_TRIAL -> "Paces: from the " + ran(ability, basis) + vdot + "." + change(ability);
        };
    }

    private static String ran(Ability ability, Ability.Basis basis) {
        String distance =
                ability.metres().isPresent() ? Distance.text(ability.metres().getAsInt()) + " " : "";
        String time = ability.seconds().isPresent()
                ? " in " + RaceTime.text((int) Math.round(ability.seconds().getAsDouble()))
                : "";
        return distance
                + (basis == Ability.Basis.RACE ? "race" : "time trial")
                + ability.date().map(date -> " of " + Words.dayAndYear(date)).orElse("")
                + time;
    }

    private static String change(Ability ability) {
        String best = ability.againstBest().isEmpty() ? "" : " " + ability.againstBest();
        return ability.change().map(PlanHead::change).orElse("") + best;
    }

    /** A time trial alone strays by 1.5 % (coefficient of variation over 5K, Laursen 2007). */
    private static String change(Ability.Change change) {
        String much = String.format(
                Locale.ROOT, "%.1f %% %s", Math.abs(change.percent()), change.percent() < 0 ? "slower" : "faster");
        return switch (change.size()) {
            case UNCHANGED ->
                " Against the one before unchanged: " + much + " is less than the 1.5 % by which a time trial strays.";
            case POSSIBLE ->
                " Against the one before a possible change: " + much
                        + ", and a time trial strays by 1.5 %; clear it would be from 3.5 % on.";
            case CLEAR ->
                " Against the one before a clear change: " + much + ", more than the 3.5 % that chance explains.";
        };
    }
}

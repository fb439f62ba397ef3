package freshlegs.coach.page;

import freshlegs.model.fact.Goal;
import freshlegs.model.plan.Ability;
import freshlegs.model.result.Prescription;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an athlete trains for, what is likely as things stand, and what the paces rest on; a sentence each. */
final class Aiming {
    private static final String NOISE =
            " The same runner's time over 5 km varies by about 1.5 % from one try to the next, so"
                    + " less than that says nothing and only more than 3.5 % is clear.";

    private Aiming() {}

    static List<String> sentences(Prescription day, LocalDate today) {
        return Stream.of(day.aim().map(aim -> goal(aim, today)), prediction(day), Optional.of(basis(day.ability())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String goal(Prescription.Aim aim, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, aim.date());
        String when = days < 0 ? "" : days == 0 ? ", today" : days == 1 ? ", tomorrow" : ", in " + away(days);
        return "Goal: " + Piece.distance(aim.distanceMetres())
                + (aim.event() == Goal.Event.RACE ? " race" : " time trial")
                + " on " + Days.day(aim.date()) + when
                + (aim.targetSeconds().isPresent()
                        ? ", hoped for in " + Numbers.clock(aim.targetSeconds().getAsInt())
                        : "")
                + ".";
    }

    private static String away(long days) {
        return days < 15 ? days + " days" : days / 7 + " weeks";
    }

    private static Optional<String> prediction(Prescription day) {
        return day.aim()
                .filter(aim -> day.ability().predictedSeconds().isPresent())
                .map(aim -> "As things stand about "
                        + Numbers.clock(day.ability().predictedSeconds().getAsInt()) + " is to be expected there.");
    }

    private static String basis(Ability ability) {
        String from =
                switch (ability.basis()) {
                    case RACE -> "the race";
                    case TIME_TRIAL -> "the time trial";
                    case CRITICAL_SPEED -> "the critical speed of the best efforts";
                    case EFFORT -> "";
                };
        if (from.isEmpty()) {
            return "No recent time to take paces from is known, so the plan goes by effort.";
        }
        return "Paces rest on " + from
                + ability.date().map(date -> " of " + Days.day(date)).orElse("")
                + (ability.metres().isPresent() && ability.seconds().isPresent()
                        ? ": " + Piece.distance(ability.metres().getAsInt()) + " in "
                                + Numbers.clock(
                                        (int) Math.round(ability.seconds().getAsDouble()))
                        : "")
                + (ability.vdot().isPresent() ? " (VDOT " + Numbers.one(ability.vdot()) + ")" : "") + "."
                + ability.change().map(Aiming::change).orElse("")
                + (ability.againstBest().isEmpty() ? "" : " " + ability.againstBest());
    }

    private static String change(Ability.Change change) {
        String by = Numbers.one(Math.abs(change.percent())) + " % " + (change.percent() < 0 ? "slower" : "faster");
        String size =
                switch (change.size()) {
                    case UNCHANGED -> "which counts as unchanged";
                    case POSSIBLE -> "a possible change";
                    case CLEAR -> "a clear change";
                };
        return " Against the one before " + by + ", " + size.toLowerCase(Locale.ROOT) + "." + NOISE;
    }
}

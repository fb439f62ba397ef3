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
    private Aiming() {}

    static List<String> sentences(Prescription day, LocalDate today, Voice voice) {
        return Stream.of(
                        day.aim().map(aim -> goal(aim, today, voice)),
                        prediction(day, voice),
                        Optional.of(basis(day.ability(), voice)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String goal(Prescription.Aim aim, LocalDate today, Voice voice) {
        long days = ChronoUnit.DAYS.between(today, aim.date());
        String goal = voice.say(
                aim.event() == Goal.Event.RACE ? "plan.goal.race" : "plan.goal.time-trial",
                Piece.distance(aim.distanceMetres()),
                voice.day(aim.date()));
        String hope = aim.targetSeconds().isPresent()
                ? ", "
                        + voice.say(
                                "plan.goal.hope",
                                Numbers.clock(aim.targetSeconds().getAsInt()))
                : "";
        return goal + (days < 0 ? "" : ", " + away(days, voice)) + hope + ".";
    }

    private static String away(long days, Voice voice) {
        if (days < 2) {
            return voice.say(days == 0 ? "plan.goal.today" : "plan.goal.tomorrow");
        }
        return days < 15 ? voice.say("plan.goal.days", days) : voice.say("plan.goal.weeks", days / 7);
    }

    private static Optional<String> prediction(Prescription day, Voice voice) {
        return day.aim()
                .filter(aim -> day.ability().predictedSeconds().isPresent())
                .map(aim -> voice.say(
                        "plan.predicted",
                        Numbers.clock(day.ability().predictedSeconds().getAsInt())));
    }

    private static String basis(Ability ability, Voice voice) {
        String basis =
                "plan.basis." + ability.basis().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (ability.basis() == Ability.Basis.EFFORT) {
            return voice.say(basis);
        }
        return voice.say(basis)
                + ability.date()
                        .map(date -> " " + voice.say("plan.basis.of", voice.day(date)))
                        .orElse("")
                + (ability.metres().isPresent() && ability.seconds().isPresent()
                        ? ": "
                                + voice.say(
                                        "plan.basis.time",
                                        Piece.distance(ability.metres().getAsInt()),
                                        Numbers.clock((int)
                                                Math.round(ability.seconds().getAsDouble())))
                        : "")
                + (ability.vdot().isPresent() ? " (VDOT " + Numbers.one(ability.vdot()) + ")" : "") + "."
                + ability.change().map(change -> change(change, voice)).orElse("")
                + (ability.againstBest().isEmpty() ? "" : " " + ability.againstBest());
    }

    private static String change(Ability.Change change, Voice voice) {
        String key = change.percent() < 0 ? "plan.change.slower" : "plan.change.faster";
        String size = voice.say("plan.change." + change.size().name().toLowerCase(Locale.ROOT));
        return " " + voice.say(key, Numbers.one(Math.abs(change.percent())), size) + " "
                + voice.say("plan.change.noise");
    }
}

package freshlegs.app.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures that follow from an evaluation. */
record Outcome(Evaluation evaluation) {

    /** Of the squads that are counted: the undisturbed ones are the same athletes once more. */
    Map<String, Calls> calls() {
        return evaluation.counted().ours().calls();
    }

    List<Figure> figures(Method method) {
        Tally sound = evaluation.sound().of(method);
        Tally all = evaluation.counted().of(method);
        return method == Method.FRESHLEGS ? Figures.ofOurs(sound, all) : Figures.of(sound, all);
    }

    /** How many more false alarms there are with everything but illness that may look like overreaching, 0.1 being a tenth. */
    Optional<Figure> added() {
        Tally with = evaluation.squads().getOrDefault(Squads.SOUND, Scores.NONE).ours();
        Tally without = evaluation
                .squads()
                .getOrDefault(Squads.UNDISTURBED, Scores.NONE)
                .ours();
        return without.falseAmbers() == 0
                ? Optional.empty()
                : Optional.of(Figure.plain(
                        "falseAmberAddedByConfounders",
                        "false AMBER added by confounders",
                        (with.falseAmbers() / with.soundYears()) / (without.falseAmbers() / without.soundYears()) - 1,
                        with.falseAmbers() + " against " + without.falseAmbers()));
    }
}

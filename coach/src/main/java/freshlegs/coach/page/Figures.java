package freshlegs.coach.page;

import freshlegs.coach.page.ActivityPage.Figure;
import freshlegs.coach.read.RunRow;
import freshlegs.model.result.ActivityAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The numbers of an activity that stand at its head, each with what it rests on; what is not known is left out. */
final class Figures {
    private final List<Figure> figures = new ArrayList<>();
    private final RunWords words;
    private final Sayings sayings;

    private Figures(RunWords words, Sayings sayings) {
        this.words = words;
        this.sayings = sayings;
    }

    static List<Figure> of(RunRow run, Optional<ActivityAnalysis> analysis, RunWords words, Sayings sayings) {
        Figures figures = new Figures(words, sayings);
        figures.ofRun(run);
        analysis.ifPresent(figures::ofAnalysis);
        if (analysis.isEmpty()) {
            figures.add("heart-rate", RunWords.bpm(run.heartRate().meanBpm()), "");
            figures.add("pace", words.pace(run.pace().meanMetresPerSecond()), "");
        }
        return figures.figures;
    }

    private void ofRun(RunRow run) {
        if (run.distanceMetres() > 0) {
            add("distance", words.distance(run.distanceMetres()), "");
        }
        String moving = run.movingSeconds() > 0 && run.timerSeconds() - run.movingSeconds() >= 1
                ? sayings.say("activity.figure.moving", RunWords.time(run.movingSeconds()))
                : "";
        add("time", RunWords.time(run.timerSeconds()), moving);
    }

    private void ofAnalysis(ActivityAnalysis analysis) {
        add("pace", words.perKilometre(analysis.paceSecondsPerKilometre()), sayings.say("activity.figure.graded"));
        add("heart-rate", RunWords.bpm(analysis.heartRateBpm()), "");
        add("load", Numbers.whole(analysis.load()), sayings.say("activity.basis." + analysis.loadBasis()));
        if (analysis.effort().isPresent()) {
            add(
                    "effort",
                    Numbers.plain(analysis.effort().getAsDouble()) + " / 10",
                    analysis.effortDoubtful() ? sayings.say("activity.figure.doubtful") : "");
        }
        add("decoupling", percent(analysis.decouplingPercent()), "");
        add(
                "residual",
                analysis.heartRateAtPaceResidualBpm().isPresent()
                        ? Numbers.signed(analysis.heartRateAtPaceResidualBpm()) + " bpm"
                        : Numbers.NONE,
                "");
        add(
                "efficiency",
                analysis.efficiency().isPresent()
                        ? Numbers.two(analysis.efficiency().getAsDouble()) + " m"
                        : Numbers.NONE,
                "");
        add(
                "recovery",
                analysis.heartRateRecovery60sBpm().isPresent()
                        ? Numbers.whole(analysis.heartRateRecovery60sBpm()) + " bpm"
                        : Numbers.NONE,
                "");
        add(
                "after",
                analysis.heartRateAfter2minBpm().isPresent()
                        ? analysis.heartRateAfter2minBpm().getAsInt() + " bpm"
                        : Numbers.NONE,
                "");
    }

    private static String percent(OptionalDouble percent) {
        return percent.isPresent() ? Numbers.signed(percent) + " %" : Numbers.NONE;
    }

    private void add(String key, String value, String note) {
        if (!value.equals(Numbers.NONE)) {
            figures.add(new Figure(key, value, note));
        }
    }
}

package freshlegs.app.simulate;

import java.util.Random;

/** How hard a run felt (1 to 10) and how well it went (1 to 10, 10 best). */
record RunAnswers(int effort, int quality) {
    private static final double EFFORT_PER_STRAIN = 0.7;
    private static final double QUALITY_PER_STRAIN = 0.8;

    /** {@code lasting} is the story's part of the day's strain, {@code today} all of it. */
    static RunAnswers to(PlannedRun run, Strain today, Strain lasting, Random chance) {
        double daily = 0.3 * today.subjective();
        double effort = run.usualEffort()
                + EFFORT_PER_STRAIN * Math.max(lasting.subjective(), lasting.performance())
                + daily
                + 0.4 * chance.nextGaussian();
        double quality = 7.6
                - QUALITY_PER_STRAIN * Math.max(lasting.subjective(), lasting.performance())
                - daily
                + 0.5 * chance.nextGaussian();
        return new RunAnswers(Questionnaire.within(effort, 1, 10), Questionnaire.within(quality, 1, 10));
    }

    /** The watch's own question after a run, which it keeps in quarters. */
    int feel() {
        return 25 * Questionnaire.within((quality - 1) * 4 / 9.0, 0, 4);
    }
}

package freshlegs.streams.activity;

import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.SessionDetail.EvenStretch;
import freshlegs.model.fact.SessionDetail.ShortBout;
import freshlegs.model.fact.SessionDetail.Thirds;
import freshlegs.model.result.ActivityAnalysis.Kind;
import java.util.List;

/**
 * Which kind of session it was, by speeds as shares of threshold speed T (with Daniels' ratios R = 1.05 / 0.90 T and M = 0.85 /
 * 0.90 T). Repeats: at least three bouts longer than strides. Tempo: eight minutes at T +- 4 %, varying by less than 5 %.
 * Progression: each third faster by 2 % at least than the one before, the last by 5 % at least than the first and at M or faster,
 * because warming up makes the later thirds of easy runs faster too. Strides: at least three bouts of 10 to 30 s above R less 5 %,
 * in a run that is not hard; they leave it an easy run.
 */
final class Kinds {
    static final double REPETITION = 1.05 / 0.90;
    private static final double STRIDE_SHARE = 0.95 * REPETITION;
    private static final double TEMPO_TOLERANCE = 0.04;
    private static final double TEMPO_VARIATION_PERCENT = 5;
    private static final double FASTER_THIRD = 1.02;
    private static final double FASTER_LAST_THIRD = 1.05;
    private static final double MARATHON_SHARE = 0.85 / 0.90;
    private static final double LONGEST_STRIDE_SECONDS = 30;
    private static final int LEAST_BOUTS = 3;

    private Kinds() {}

    static Kind of(Session session, Pacing pacing, boolean hard) {
        if (!session.sport().isRun()) {
            return Kind.OTHER;
        }
        if (repeats(session).size() >= LEAST_BOUTS) {
            return Kind.REPEATS;
        }
        if (session.detail().evenStretches().stream().anyMatch(stretch -> isTempo(stretch, pacing))) {
            return Kind.TEMPO;
        }
        if (Pacing.isTrusted(session)
                && session.detail()
                        .thirds()
                        .filter(thirds -> isProgression(thirds, pacing))
                        .isPresent()) {
            return Kind.PROGRESSION;
        }
        if (hard) {
            return Kind.HARD;
        }
        return strides(session.detail().shortBouts(), pacing) >= LEAST_BOUTS ? Kind.STRIDES : Kind.EASY;
    }

    /** The session's repeats but for what is no longer than a stride. */
    static List<Repeat> repeats(Session session) {
        boolean strides =
                session.repeats().stream().allMatch(repeat -> repeat.durationSeconds() <= LONGEST_STRIDE_SECONDS);
        return strides ? List.of() : session.repeats();
    }

    static boolean isTempo(EvenStretch stretch, Pacing pacing) {
        return Math.abs(pacing.share(stretch.metresPerSecond()) - 1) <= TEMPO_TOLERANCE
                && stretch.variationPercent() < TEMPO_VARIATION_PERCENT;
    }

    static boolean isProgression(Thirds thirds, Pacing pacing) {
        return thirds.second() >= FASTER_THIRD * thirds.first()
                && thirds.third() >= FASTER_THIRD * thirds.second()
                && thirds.third() >= FASTER_LAST_THIRD * thirds.first()
                && pacing.share(thirds.third()) >= MARATHON_SHARE;
    }

    static long strides(List<ShortBout> bouts, Pacing pacing) {
        return bouts.stream()
                .filter(bout -> pacing.share(bout.metresPerSecond()) > STRIDE_SHARE)
                .count();
    }
}

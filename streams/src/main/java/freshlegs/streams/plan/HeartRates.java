package freshlegs.streams.plan;

import freshlegs.model.plan.Step.HeartRange;
import freshlegs.streams.load.Physiology;
import java.util.Optional;

/**
 * An athlete's heart rates in beats a minute, as far as anybody measured them. Easy: 60 to 75 % of the reserve, which is the share of
 * maximal uptake in use (Swain and Leutholtz 1997) and so Daniels' 59 to 74 % for easy running. Tempo: 95 to 102 % of the threshold's;
 * that reach is our own choice. Repeats have none: the heart follows too late.
 */
public record HeartRates(int resting, int maximal, int threshold) {
    private static final double EASY_LEAST = 0.60;
    private static final double EASY_MOST = 0.75;
    private static final double TEMPO_LEAST = 0.95;
    private static final double TEMPO_MOST = 1.02;

    /** None where the maximum is only guessed from the age: such a guess errs by 10 beats and more. */
    static Optional<HeartRates> of(Physiology body) {
        return body.assumed().contains("maximal-heart-rate-assumed")
                ? Optional.empty()
                : Optional.of(
                        new HeartRates((int) Math.round(body.restingBpm()), (int) Math.round(body.maximalBpm()), (int)
                                Math.round(body.thresholdBpm())));
    }

    HeartRange easy() {
        return new HeartRange(atReserve(EASY_LEAST), atReserve(EASY_MOST));
    }

    HeartRange tempo() {
        int least = (int) Math.round(TEMPO_LEAST * threshold);
        return new HeartRange(least, Math.max(least, Math.min(maximal, (int) Math.round(TEMPO_MOST * threshold))));
    }

    private int atReserve(double share) {
        return (int) Math.round(resting + share * (maximal - resting));
    }
}

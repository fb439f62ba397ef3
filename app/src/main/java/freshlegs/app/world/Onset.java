package freshlegs.app.world;

import freshlegs.app.labelled.Cause;
import freshlegs.app.labelled.LabelledDays;
import freshlegs.app.simulate.Strain;
import java.time.LocalDate;

/** An overreaching that begins on a day, at once or over seven days, and lasts three weeks. */
record Onset(Cause cause, int firstDay, boolean ramp) {
    static Onset draw(Chance chance, Cause cause) {
        return new Onset(cause, Mixture.HISTORY_DAYS + chance.oneOf(7), chance.happens(0.5));
    }

    /** What it adds, in standard deviations of the noise. */
    Strain on(int day) {
        int since = day - firstDay;
        if (since < 0 || since >= Mixture.EFFECT_DAYS) {
            return Strain.NONE;
        }
        return full(cause).times(ramp ? Math.min(1, (since + 1.0) / Mixture.RAMP_DAYS) : 1);
    }

    LabelledDays label(LocalDate beginning) {
        LocalDate from = beginning.plusDays(firstDay);
        return new LabelledDays(from, from.plusDays(Mixture.EFFECT_DAYS - 1), cause);
    }

    static Strain full(Cause cause) {
        return switch (cause) {
            case SEVERE -> new Strain(1.8, 1.5, 1.2, 1.2, 1.8);
            case MODERATE -> new Strain(1.2, 1.0, 0.8, 0.8, 1.0);
            case PARADOXICAL -> new Strain(1.5, -1.0, -1.0, -1.2, 1.5);
            default -> Strain.NONE;
        };
    }
}

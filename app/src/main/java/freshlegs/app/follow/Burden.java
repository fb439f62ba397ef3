package freshlegs.app.follow;

import freshlegs.app.simulate.Strain;

/**
 * What lies on an athlete beside the usual ups and downs, day by day from the plan's first day on. Overload grows over four days,
 * stays until the plan has given way for five, at most until the end of three weeks, and wears off over ten.
 */
final class Burden {
    private static final Strain OVERLOAD = new Strain(1.8, 1.5, 1.2, 1.2, 1.8).times(1.2);
    private static final Strain FEVER = new Strain(2, 3.2, 1.5, 2, 0);
    private static final int OVERLOADED_FROM = 8 * 7;
    private static final int OVERLOADED_DAYS = 21;
    private static final int EASED_DAYS = 5;
    private static final double GROWTH = 0.25;
    private static final double RELIEF = 0.1;
    private static final int ILL_FROM = 6 * 7 + 1;
    private static final int ILL_DAYS = 4;
    private static final double RECOVERING = 0.5;

    private final Fate fate;
    private double overload;
    private int eased;

    Burden(Fate fate) {
        this.fate = fate;
    }

    /** {@code alert}: whether the plan gives way to an alert already. */
    Strain next(int planDay, boolean alert) {
        return switch (fate) {
            case OVERREACHED -> overload(planDay, alert);
            case ILL -> illness(planDay);
            case SOUND, TRAVELLER, NO_BASELINE -> Strain.NONE;
        };
    }

    boolean isIll(int planDay) {
        return fate == Fate.ILL && planDay >= ILL_FROM && planDay < ILL_FROM + ILL_DAYS;
    }

    private Strain overload(int planDay, boolean alert) {
        if (planDay < OVERLOADED_FROM) {
            return Strain.NONE;
        }
        eased += alert ? 1 : 0;
        boolean grows = eased <= EASED_DAYS && planDay < OVERLOADED_FROM + OVERLOADED_DAYS;
        overload = Math.max(0, Math.min(1, overload + (grows ? GROWTH : -RELIEF)));
        return OVERLOAD.times(overload);
    }

    private Strain illness(int planDay) {
        int after = planDay - (ILL_FROM + ILL_DAYS - 1);
        return isIll(planDay)
                ? FEVER
                : after > 0 && after <= 3 ? FEVER.times(Math.pow(RECOVERING, after)) : Strain.NONE;
    }
}

package freshlegs.coach.keep;

/**
 * For how many days is kept who looked, what was told, and what opened a way in and does so no more. What was told must be kept for
 * longer than anything can be news, so that nobody is told twice.
 */
public record Periods(int auditDays, int messageDays, int endedDays) {
    /** Longer than the longest history that is told. */
    public static final int LEAST_MESSAGE_DAYS = 120;

    public Periods {
        if (auditDays < 1 || endedDays < 1 || messageDays < LEAST_MESSAGE_DAYS) {
            throw new IllegalArgumentException("periods must be at least a day, that of messages " + LEAST_MESSAGE_DAYS
                    + " days: " + auditDays + ", " + messageDays + ", " + endedDays);
        }
    }

    /** As they are unless somebody says otherwise. */
    public static Periods usual() {
        return new Periods(400, 1_095, 90);
    }
}

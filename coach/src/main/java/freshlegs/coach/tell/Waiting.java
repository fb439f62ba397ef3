package freshlegs.coach.tell;

/** A message that is due, and how much of a hurry it is in. */
record Waiting(long id, Urgency urgency) {
    /** How soon somebody wants to know. */
    enum Urgency {
        /** At once, whatever the hour. */
        STOP,
        /** At once by day. */
        RED,
        /** Once a day. */
        DAILY;

        /**
         * {@code step} is what a message tells, {@code status} that of its alert, which counts when it says that the alert stands again.
         * What the week's budget has {@code held} is in no hurry any more.
         */
        static Urgency of(String step, String status, boolean held) {
            return switch ("BACK".equals(step) ? status : step) {
                case "STOP" -> STOP;
                case "RED" -> held ? DAILY : RED;
                default -> DAILY;
            };
        }
    }
}

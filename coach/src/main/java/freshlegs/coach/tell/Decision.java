package freshlegs.coach.tell;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of the messages that are due for one channel now: each is told by itself ({@code atOnce}), together with others
 * ({@code digest}), or held back. {@code seenTo} is the last hour of a digest that need not be looked at again.
 */
record Decision(List<Waiting> atOnce, List<Waiting> digest, Map<Waiting, Held> held, Instant seenTo) {
    /** Why a message waits. */
    enum Reason {
        /** For the hour of the digest. */
        DIGEST,
        /** For the end of the quiet hours. */
        QUIET,
        /** For the next week's budget. */
        BUDGET
    }

    /** Why a message waits, and until when if nothing else comes up. */
    record Held(Reason reason, Instant until) {}

    /** What the channel has had: this week's messages that count, the day of its last digest, and to which hour that was seen to. */
    record Past(int counted, Optional<LocalDate> lastDigest, Instant seenTo) {}

    /** STOP at once whatever else holds; RED unless it is quiet or the budget used up; all else in the day's digest. */
    static Decision of(Manners manners, List<Waiting> waiting, Past past, Instant now) {
        return new Round(manners, past, now).decide(waiting);
    }

    /** One look at one channel. */
    private static final class Round {
        private final Manners manners;
        private final Past past;
        private final Instant now;
        private final boolean quiet;
        private final boolean itsHour;
        private final boolean mayDigest;
        private final List<Waiting> atOnce = new ArrayList<>();
        private final Map<Waiting, Held> held = new LinkedHashMap<>();
        private int left;

        Round(Manners manners, Past past, Instant now) {
            this.manners = manners;
            this.past = past;
            this.now = now;
            this.left = Math.max(0, manners.weeklyBudget() - past.counted());
            this.quiet = manners.isQuiet(now);
            this.itsHour = !quiet && manners.lastDigest(now).isAfter(past.seenTo());
            this.mayDigest = itsHour && !hasHadOneOn(manners.day(now));
        }

        Decision decide(List<Waiting> waiting) {
            List<Waiting> red = new ArrayList<>();
            List<Waiting> daily = new ArrayList<>();
            for (Waiting one : waiting) {
                switch (one.urgency()) {
                    case STOP -> atOnce.add(one);
                    case RED -> red.add(one);
                    case DAILY -> daily.add(one);
                }
            }
            if (isTooMuchFor(red.size(), daily)) {
                daily.addAll(red);
            } else {
                red.forEach(this::alone);
            }
            return new Decision(
                    List.copyOf(atOnce),
                    together(daily),
                    Map.copyOf(held),
                    itsHour ? manners.lastDigest(now) : past.seenTo());
        }

        /** Before any is held back for want of a message, all go into the digest whose hour has come. */
        private boolean isTooMuchFor(int red, List<Waiting> daily) {
            return mayDigest && left > 0 && red + (daily.isEmpty() ? 0 : 1) > left;
        }

        private void alone(Waiting red) {
            if (!quiet && left > 0) {
                atOnce.add(red);
                left--;
                return;
            }
            Instant awake = manners.afterQuiet(now);
            held.put(red, left == 0 && awake.isBefore(manners.weekEnd(now)) ? budget() : new Held(Reason.QUIET, awake));
        }

        private List<Waiting> together(List<Waiting> daily) {
            if (mayDigest && left > 0 && !daily.isEmpty()) {
                return List.copyOf(daily);
            }
            Instant next = nextDigest();
            Held why = left == 0 && next.isBefore(manners.weekEnd(now)) ? budget() : new Held(Reason.DIGEST, next);
            daily.forEach(one -> held.put(one, why));
            return List.of();
        }

        /** One that is late because it was quiet comes at the end of that. */
        private Instant nextDigest() {
            boolean late = quiet && manners.lastDigest(now).isAfter(past.seenTo());
            Instant next = late ? manners.afterQuiet(now) : manners.nextDigest(now);
            while (hasHadOneOn(manners.day(next))) {
                next = manners.nextDigest(next);
            }
            return next;
        }

        private boolean hasHadOneOn(LocalDate day) {
            return past.lastDigest().filter(last -> !last.isBefore(day)).isPresent();
        }

        private Held budget() {
            return new Held(
                    Reason.BUDGET, manners.nextDigest(manners.weekEnd(now).minusNanos(1)));
        }
    }
}

package freshlegs.coach.page;

import java.util.Optional;

/**
 * What was just said on an alert's page: {@code pending} while it is on its way to the tables, {@code chosen} the button, or
 * {@code refused} why it was not taken, with what was typed.
 */
public record Receipt(boolean pending, Optional<String> chosen, Optional<Refusal> refused) {

    /** Not taken: at which form, why, and what was typed there. */
    public record Refusal(String place, String sentence, String typed) {

        /** Health data in somebody's own words never gets into a log by accident. */
        @Override
        public String toString() {
            return "Refusal[" + place + "]";
        }
    }

    public static Receipt none() {
        return new Receipt(false, Optional.empty(), Optional.empty());
    }

    /** Whether a button is the one that was pressed and is not in the tables yet, or {@code stands} there. */
    public boolean isPressed(String button, boolean stands) {
        return pending ? chosen.map(button::equals).orElse(stands) : stands;
    }

    public Optional<Refusal> refusedAt(String place) {
        return refused.filter(refusal -> refusal.place().equals(place));
    }

    /** Whether something was just said at that form. */
    boolean isAbout(String place) {
        return refusedAt(place).isPresent()
                || chosen.filter(button -> button.startsWith(place)).isPresent();
    }

    /** What to show again in a form's field. */
    public String typedAt(String place) {
        return refusedAt(place).map(Refusal::typed).orElse("");
    }
}

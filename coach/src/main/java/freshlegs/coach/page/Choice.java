package freshlegs.coach.page;

import java.util.Locale;

/** Which athletes the board shows, and in which order. An empty group or name is any. */
public record Choice(boolean needsMe, String group, String name, Order order) {
    private static final int MOST_LETTERS = 64;

    /** What comes first. */
    public enum Order {
        WORST,
        NAME,
        SYNC;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Order of(String key) {
            for (Order order : values()) {
                if (order.key().equals(key)) {
                    return order;
                }
            }
            return WORST;
        }
    }

    public Choice {
        group = shortened(group);
        name = shortened(name);
    }

    public static Choice everybody() {
        return new Choice(false, "", "", Order.WORST);
    }

    boolean takes(Card card) {
        return (!needsMe || card.needsMe())
                && (group.isEmpty() || card.groups().contains(group))
                && card.athlete().contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether anybody may be left out. */
    public boolean narrow() {
        return needsMe || !group.isEmpty() || !name.isEmpty();
    }

    private static String shortened(String text) {
        String plain = text.strip();
        return plain.length() <= MOST_LETTERS ? plain : plain.substring(0, MOST_LETTERS);
    }
}

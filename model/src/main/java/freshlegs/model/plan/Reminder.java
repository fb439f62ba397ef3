package freshlegs.model.plan;

/** Simple things that are forgotten around hard days. */
public enum Reminder {
    SLEEP("Aim for 8 hours of sleep"),
    NAP("A nap of 20 minutes helps before a hard session"),
    FUEL_BEFORE("Eat something light two to three hours before"),
    FUEL_AFTER("Eat within an hour after, carbohydrates and protein"),
    DRINK("Drink through the day, not only before the run"),
    LOG("Note duration, distance, pace, and effort and quality from 1 to 10");

    private final String words;

    Reminder(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}

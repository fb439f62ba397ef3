package freshlegs.ingest.fit;

import freshlegs.model.plan.Step;

/** A step as it stands in a workout file; {@code note} is what the watch shows beside it, and may be empty. */
public sealed interface WrittenStep {
    String note();

    /** A piece that ends by time or distance; its pace is its target, else its heart rate, else it has none. */
    record Piece(Step step, String note) implements WrittenStep {}

    /** A run that ends when its runner says so. */
    record Open(String note) implements WrittenStep {}

    /** The steps from {@code first} on up to the one before this are done {@code times} times in all. */
    record Repeat(int first, int times) implements WrittenStep {
        @Override
        public String note() {
            return "";
        }
    }
}

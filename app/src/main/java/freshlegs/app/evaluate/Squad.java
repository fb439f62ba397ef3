package freshlegs.app.evaluate;

import freshlegs.app.labelled.LabelledAthlete;
import java.util.List;
import java.util.stream.Stream;

/** So many athletes of one kind; {@code sound} says that the false alarms of all are counted on them. */
public record Squad(String name, int size, boolean sound, Stream<Subject> subjects) {

    /** A squad that came from elsewhere. */
    public static Squad of(String name, List<LabelledAthlete> athletes) {
        return new Squad(name, athletes.size(), true, athletes.stream().map(Subject::of));
    }

    public Squad without(Gap gap) {
        return new Squad(name, size, sound, subjects.map(subject -> subject.without(gap)));
    }
}

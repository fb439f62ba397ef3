package freshlegs.app.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Questions to a process that must all be answered well; one that fails is an answer too. */
final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final List<Check> checks = new CopyOnWriteArrayList<>();

    private record Check(String name, Supplier<Answer> question) {}

    /** How one check went. */
    record Line(String name, boolean ok, String sentence) {}

    /** How all of them went. */
    record Report(boolean ok, List<Line> checks) {}

    void add(String name, Supplier<Answer> question) {
        checks.add(new Check(name, question));
    }

    Report report() {
        List<Line> lines = checks.stream().map(Health::line).toList();
        return new Report(lines.stream().allMatch(Line::ok), lines);
    }

    private static Line line(Check check) {
        Answer answer = answer(check);
        return new Line(check.name(), answer.ok(), answer.sentence());
    }

    private static Answer answer(Check check) {
        try {
            return check.question().get();
        } catch (RuntimeException e) {
            LOG.debug("the check {} failed", check.name(), e);
            return Answer.unwell("It cannot be told: " + e.getClass().getSimpleName() + ".");
        }
    }
}

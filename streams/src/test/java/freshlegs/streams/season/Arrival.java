package freshlegs.streams.season;

import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.json.Json;
import freshlegs.model.topic.RecordKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** How the facts of some athletes come in: late, doubled, out of order, taken away and told again. */
final class Arrival {
    private final Random random;
    private final List<Step> steps = new ArrayList<>();

    /** A fact is told, or the record with its key is deleted. */
    record Step(Fact fact, boolean deleted) {}

    private Arrival(Random random) {
        this.random = random;
    }

    /** {@code facts} in the order of their days. */
    static List<Step> of(List<Fact> facts, Random random) {
        Arrival arrival = new Arrival(random);
        arrival.inOrder(facts).forEach(fact -> arrival.steps.add(new Step(fact, false)));
        arrival.repeat();
        arrival.takeAway();
        return arrival.steps;
    }

    /** What is left in the end, each telling as often as it came since its key was last deleted. */
    static List<Fact> left(List<Step> steps) {
        Map<String, List<Fact>> left = new TreeMap<>();
        for (Step step : steps) {
            String key = RecordKey.of(step.fact());
            if (step.deleted()) {
                left.remove(key);
            } else {
                left.computeIfAbsent(key, k -> new ArrayList<>()).add(step.fact());
            }
        }
        return left.values().stream().flatMap(List::stream).toList();
    }

    private List<Fact> inOrder(List<Fact> facts) {
        List<Fact> order = new ArrayList<>(facts);
        switch (random.nextInt(4)) {
            case 0 -> Collections.shuffle(order, random);
            case 1 -> Collections.reverse(order);
            default -> {
                order.sort(Comparator.comparing(Fact::localDate));
                lateWeeks(order);
            }
        }
        return order;
    }

    /** A watch that was not synced for a while tells a week at once, after those that follow. */
    private void lateWeeks(List<Fact> order) {
        int weeks = random.nextInt(3);
        for (int i = 0; i < weeks && order.size() > 20; i++) {
            int from = random.nextInt(order.size() - 20);
            List<Fact> late = new ArrayList<>(order.subList(from, from + 20));
            order.subList(from, from + 20).clear();
            order.addAll(from + random.nextInt(order.size() - from + 1), late);
        }
    }

    private void repeat() {
        for (int many = random.nextInt(1 + steps.size() / 8); many > 0; many--) {
            int at = random.nextInt(steps.size());
            Fact fact = steps.get(at).fact();
            Fact again = random.nextInt(4) == 0 ? takenInLater(fact) : fact;
            steps.add(at + 1 + random.nextInt(steps.size() - at), new Step(again, false));
        }
    }

    private void takeAway() {
        for (int many = random.nextInt(1 + steps.size() / 12); many > 0; many--) {
            int at = random.nextInt(steps.size());
            Fact fact = steps.get(at).fact();
            int gone = at + 1 + random.nextInt(steps.size() - at);
            steps.add(gone, new Step(fact, true));
            if (random.nextInt(3) == 0) {
                steps.add(gone + 1 + random.nextInt(steps.size() - gone), new Step(fact, false));
            }
        }
    }

    /** The same telling, taken in by another way an hour later; of a delivery this would be another one. */
    private static Fact takenInLater(Fact fact) {
        if (fact.kind() == FactKind.DELIVERY) {
            return fact;
        }
        String at = fact.ingestedAt().toString();
        String later = fact.ingestedAt().plusSeconds(3600).toString();
        String json = Json.writeText(fact);
        return Json.read(
                json.replace("\"ingestedAt\":\"" + at + "\"", "\"ingestedAt\":\"" + later + "\""), fact.getClass());
    }
}

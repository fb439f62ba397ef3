package freshlegs.ingest;

import freshlegs.model.fact.ActivityBrief;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Salvage;
import freshlegs.model.fact.Samples;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a ticket's file turned out to hold, or why it holds nothing. */
record Interpreted(
        Ticket ticket, List<Fact> facts, Optional<Salvage> salvage, int unknownMessages, Optional<String> problem) {
    private static final int ALL_THAT_CAME_OUT = 100;

    Interpreted {
        facts = List.copyOf(facts);
    }

    static Interpreted problem(Ticket ticket, String problem) {
        return new Interpreted(ticket, List.of(), Optional.empty(), 0, Optional.of(problem));
    }

    static Interpreted of(Ticket ticket, List<? extends Fact> facts) {
        return new Interpreted(ticket, List.copyOf(facts), Optional.empty(), 0, Optional.empty());
    }

    /** The same from a file that came out of its packing damaged; a decoder that noticed knows better how much is missing. */
    Interpreted damaged(String damage) {
        Optional<Salvage> marked = salvage.or(() -> Optional.of(new Salvage(damage, ALL_THAT_CAME_OUT)));
        return problem.map(reason -> problem(ticket, damage + " (" + reason + ")"))
                .orElseGet(() -> new Interpreted(ticket, facts, marked, unknownMessages, problem));
    }

    /** How many samples its recordings have in all. */
    long samples() {
        return facts.stream()
                .filter(Recording.class::isInstance)
                .mapToLong(fact -> ((Recording) fact).samples().size())
                .sum();
    }

    Delivery delivery() {
        return new Delivery(
                ticket.athlete(),
                ticket.deliveryId(),
                ticket.receivedAt(),
                ticket.path(),
                ticket.sha256(),
                ticket.sizeBytes(),
                ticket.route(),
                ticket.archive(),
                facts.stream().map(Fact::ref).toList(),
                facts.stream()
                        .filter(Recording.class::isInstance)
                        .map(Recording.class::cast)
                        .map(Interpreted::brief)
                        .toList(),
                salvage,
                unknownMessages,
                problem);
    }

    private static ActivityBrief brief(Recording recording) {
        OptionalInt told = recording.summary().meanHeartRateBpm();
        return new ActivityBrief(
                recording.factId(),
                recording.sport(),
                recording.start(),
                recording.localDate(),
                recording.summary().distanceMetres(),
                recording.summary().timerSeconds(),
                told.isPresent() ? told : meanHeartRate(recording.samples()),
                recording.samples().size());
    }

    /** For watches that sum up no heart rate: the plain mean of the samples. */
    private static OptionalInt meanHeartRate(Samples samples) {
        long sum = 0;
        int count = 0;
        for (int i = 0; i < samples.size(); i++) {
            if (samples.heartRateBpm().has(i)) {
                sum += samples.heartRateBpm().at(i);
                count++;
            }
        }
        return count == 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.round((double) sum / count));
    }
}

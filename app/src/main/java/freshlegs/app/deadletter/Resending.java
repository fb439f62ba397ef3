package freshlegs.app.deadletter;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Fact;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends what a dead letter holds, or what was mended, to the topic that it came from, once it is sound. */
final class Resending implements AutoCloseable {
    private final KafkaAddress kafka;
    private final Predicate<AthleteId> departed;
    private final Optional<String> stated;
    private @Nullable KafkaProducer<String, byte[]> producer;
    private String refusal = "";

    /** Of those who {@code departed} nothing is sent; {@code stated} is whose it is by a person's word. */
    Resending(KafkaAddress kafka, Predicate<AthleteId> departed, Optional<String> stated) {
        this.stated = stated;
        this.kafka = kafka;
        this.departed = departed;
    }

    /** Where it stands now; nothing when it was not sent, see {@link #refusal}. */
    Optional<Place> send(DeadLetter letter, Optional<byte[]> mended) {
        Optional<Letter> stored = mended.isPresent() ? Optional.<Letter>empty() : DeadLetters.read(letter, kafka);
        if (stored.isEmpty() && mended.isEmpty()) {
            return refuse("its topic does not hold it any more");
        }
        String topic = letter.place().topic();
        Diagnosis diagnosis = Diagnosis.of(topic, mended.or(() -> stored.flatMap(Letter::content)));
        if (diagnosis.fact().isEmpty()) {
            return refuse("it is not sound yet, " + diagnosis.fault().orElse("")
                    + ": mend it with `freshlegs dead-letters fix " + letter.id() + " --out FILE`");
        }
        Fact fact = diagnosis.fact().get();
        String athlete = fact.athlete().value();
        String owner = stated.orElse(letter.athlete());
        if (!owner.isEmpty() && !owner.equals(athlete)) {
            return refuse("its key says that it is " + owner + "'s and its content that it is " + athlete
                    + "'s: say whose it is with --athlete, mend the content, or discard it");
        }
        if (departed.test(fact.athlete())) {
            return refuse("everything about " + athlete + " was erased, and nothing is taken for the id any more");
        }
        return Diagnosis.said(topic).flatMap(known -> sent(known, fact));
    }

    /** As the one who sent it first would have: one line, without what no program of this version knows. */
    private <F extends Fact> Optional<Place> sent(Topic<F> topic, Fact fact) {
        var unfilled = new ProducerRecord<String, byte[]>(topic.name(), RecordKey.of(fact), null);
        try (var serializer = topic.serde().serializer()) {
            byte[] json = serializer.serialize(
                    topic.name(), unfilled.headers(), topic.type().cast(fact));
            return Optional.of(Place.of(connected()
                    .send(new ProducerRecord<>(topic.name(), null, unfilled.key(), json, unfilled.headers()))
                    .get()));
        } catch (ExecutionException | KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return refuse("Kafka does not take it (" + Texts.line(String.valueOf(cause.getMessage())) + ")");
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Why the last one was not sent. */
    String refusal() {
        return refusal;
    }

    private Optional<Place> refuse(String why) {
        refusal = why;
        return Optional.empty();
    }

    private KafkaProducer<String, byte[]> connected() {
        KafkaProducer<String, byte[]> connected = producer;
        if (connected == null) {
            connected =
                    new KafkaProducer<>(kafka.producerProperties(), new StringSerializer(), new ByteArraySerializer());
            producer = connected;
        }
        return connected;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close();
        }
    }
}

package freshlegs.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong last with each of the intake's duties, told once and forgotten as soon as the duty is done again. */
final class Mishaps {
    private static final Logger LOG = LoggerFactory.getLogger(IngestWorker.class);

    private final Map<String, String> sentences = new ConcurrentSkipListMap<>();

    /** {@code consequence} names the duty by what follows for it. */
    void failed(String consequence, Throwable e) {
        String sentence = Failures.sentence(e);
        if (!sentence.equals(sentences.put(consequence, sentence))) {
            LOG.warn("{}: {}", consequence, sentence);
        }
    }

    void well(String consequence) {
        sentences.remove(consequence);
    }

    Optional<String> last() {
        return sentences.values().stream().findFirst();
    }
}

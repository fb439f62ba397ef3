package freshlegs.streams.session;

import static freshlegs.streams.Stage.read;
import static freshlegs.streams.Stage.step;
import static freshlegs.streams.Stage.write;

import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Session;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topics;
import freshlegs.streams.Stage;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.jspecify.annotations.Nullable;

/** Each recording becomes the session that it amounts to; a deleted recording deletes its session. */
public final class SessionStage implements Stage {
    private static final int KEY_PARTS = 3;

    @Override
    public void addTo(StreamsBuilder builder) {
        var sessions = read(builder, Topics.RECORDING, "read-recordings")
                .map(SessionStage::sessionOf, step("analyse-recording"));
        write(sessions, Topics.SESSION, "write-sessions");
    }

    private static KeyValue<String, @Nullable Session> sessionOf(@Nullable String key, @Nullable Recording recording) {
        String sessionKey = sessionKey(key);
        if (recording == null) {
            return KeyValue.pair(sessionKey, null);
        }
        if (!RecordKey.of(recording).equals(key)) {
            throw new IllegalArgumentException("the recording's key is not its own");
        }
        return KeyValue.pair(sessionKey, SessionAnalysis.of(recording));
    }

    static String sessionKey(@Nullable String key) {
        if (key == null || !isRecording(RecordKey.rest(key))) {
            throw new IllegalArgumentException("not the key of a recording");
        }
        List<String> rest = RecordKey.rest(key);
        return RecordKey.of(
                RecordKey.athleteOf(key), String.join("/", FactKind.SESSION.key(), rest.get(1), rest.get(2)));
    }

    private static boolean isRecording(List<String> rest) {
        return rest.size() == KEY_PARTS && rest.get(0).equals(FactKind.RECORDING.key());
    }
}

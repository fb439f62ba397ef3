package freshlegs.streams.session;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Sport;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Session;
import freshlegs.model.json.Json;
import freshlegs.model.topic.Topics;
import freshlegs.streams.ARecording;
import freshlegs.streams.TestedTopology;
import java.util.Optional;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionStageTest {
    private static final Recording RECORDING =
            ARecording.of(Sport.RUNNING).run(600, 3, 140).build();
    private static final String SESSION_KEY = "ada/session/20260304T063000Z-running/0123456789abcdef";

    private final TestedTopology topology = TestedTopology.start();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void a_recording_becomes_its_session_under_the_same_identity() {
        TestRecord<String, byte[]> told = topology.take(RECORDING).sessions().get(0);

        assertThat(told.key()).isEqualTo(SESSION_KEY);
        assertThat(Json.read(told.value(), Session.class)).isEqualTo(SessionAnalysis.of(RECORDING));
    }

    @Test
    void a_deleted_recording_deletes_its_session() {
        TestRecord<String, byte[]> told = topology.delete(RECORDING).sessions().get(0);

        assertThat(told.key()).isEqualTo(SESSION_KEY);
        assertThat(told.value()).isNull();
    }

    @Test
    void a_recording_under_a_key_that_is_not_its_own_is_a_dead_letter() {
        topology.raw(Topics.RECORDING, "bob/recording/x/y", Optional.of(Json.write(RECORDING)))
                .raw(Topics.RECORDING, "no key", Optional.empty());

        assertThat(topology.sessions()).isEmpty();
        assertThat(topology.deadLetters()).hasSize(2);
    }
}

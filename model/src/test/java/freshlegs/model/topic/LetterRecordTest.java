package freshlegs.model.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterRecordTest {
    private static final String PLACE = LetterRecord.place("wellness.reading.v1", 3, 17);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "ann/reading/a/1 | {not json | ann",
                "a stray key | {\"day\":[1,{\"athlete\":\"eve\"}],\"athlete\":\"bob\", oh no | bob",
                "ANN/reading | {\"athlete\":\"bob\"} | bob",
                "none | {\"athlete\":\"../../etc\"} | -",
                "none | [] | -",
                "no key | none | -",
            })
    void whose_it_is_stands_first_in_its_key(@Nullable String key, @Nullable String content, String owner) {
        ProducerRecord<byte[], byte[]> letter = LetterRecord.of(told(key, content), PLACE);

        assertThat(new String(letter.key(), UTF_8)).isEqualTo(owner + "/dead-letter/wellness.reading.v1-3-17");
        assertThat(letter.partition()).isEqualTo(AthletePartitioner.partition(owner, Topic.PARTITIONS));
        assertThat(LetterRecord.placeIn(letter.key())).contains(PLACE);
        assertThat(LetterRecord.keyOf(letter.key(), letter.headers()).map(LetterRecordTest::text))
                .isEqualTo(java.util.Optional.ofNullable(key));
    }

    @Test
    void one_without_a_value_is_no_tombstone_and_says_that_it_had_none() {
        ProducerRecord<byte[], byte[]> letter = LetterRecord.of(told("ann/reading/a/1", null), PLACE);

        assertThat(letter.value()).isEmpty();
        assertThat(LetterRecord.isLetter(letter.value(), letter.headers())).isTrue();
        assertThat(LetterRecord.valueOf(letter.value(), letter.headers())).isEmpty();
    }

    @Test
    void it_moves_to_another_place_and_stays_its_owners() {
        byte[] key = LetterRecord.of(told("ann/reading/a/1", "?"), PLACE).key();

        assertThat(text(LetterRecord.moved(key, "elsewhere-1-2"))).isEqualTo("ann/dead-letter/elsewhere-1-2");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    private static ProducerRecord<byte[], byte[]> told(@Nullable String key, @Nullable String content) {
        return new ProducerRecord<>(
                "t", key == null ? null : key.getBytes(UTF_8), content == null ? null : content.getBytes(UTF_8));
    }
}

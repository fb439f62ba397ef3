package freshlegs.coach.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsentTextTest {
    /** Whoever changes the text adds a version and its hash here; people have agreed to these. */
    private static final List<String> RELEASED =
            List.of("943b29641c8afd340dc50feebac9e1d2fa5600a2a482f713957bd19bc9ada966");

    @Test
    void versions_are_counted_and_none_that_was_released_is_changed() {
        assertThat(ConsentText.all()).extracting(ConsentText::sha256).containsExactlyElementsOf(RELEASED);
        assertThat(ConsentText.all())
                .extracting(ConsentText::version)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, RELEASED.size()).boxed().toList());
    }

    @Test
    void it_says_what_is_kept_why_who_sees_it_how_long_and_what_follows_from_withdrawing() {
        assertThat(ConsentText.latest().text())
                .contains("What is kept.", "What for.", "Who sees them.", "How long.", "What you may do.")
                .contains("from then on no file and no check-in of yours is taken");
    }
}

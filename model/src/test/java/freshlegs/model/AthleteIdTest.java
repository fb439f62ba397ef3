package freshlegs.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AthleteIdTest {
    private static final String SIXTY_FOUR = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource({
        "a,true",
        "7,true",
        "ann-2_b,true",
        "a--b,true",
        SIXTY_FOUR + ",true",
        SIXTY_FOUR + "0,false",
        "'',false",
        "-,false",
        "-ann,false",
        "ann-,false",
        "_ann,false",
        "ann_,false",
        "Ann,false",
        "än,false",
        "a n,false",
        "a/b,false",
        "a.b,false",
        "'ann\n',false"
    })
    void only_lower_case_letters_digits_and_inner_hyphens_and_underscores_are_an_id(String text, boolean valid) {
        assertThat(AthleteId.isValid(text)).isEqualTo(valid);
    }
}

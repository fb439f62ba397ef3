package freshlegs.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The examples of a page: blocks of commands, some of which only a person runs, with the reason. */
record DocumentedExamples(List<Block> blocks) {
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- by hand: ([^>]+) -->\\n)?```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND =
            Pattern.compile("(?:^|\\$\\(|\\| )(?:\\./)?freshlegs ([^\\n]*)", Pattern.MULTILINE);

    /** Commands that stand together, and why nobody but a person runs them if that is so. */
    record Block(Optional<String> byHand, String commands) {
        Stream<String> called() {
            return COMMAND.matcher(commands).results().map(found -> found.group(1));
        }
    }

    static DocumentedExamples of(Path page) throws IOException {
        List<Block> blocks = new ArrayList<>();
        Matcher found = BLOCK.matcher(Files.readString(page));
        while (found.find()) {
            blocks.add(new Block(Optional.ofNullable(found.group(1)), found.group(2)));
        }
        return new DocumentedExamples(blocks);
    }

    /** What a machine runs, as one script. */
    String script() {
        StringBuilder script = new StringBuilder("set -eEuo pipefail\ntrap 'echo \"failed: $BASH_COMMAND\" >&2' ERR\n");
        blocks.stream().filter(block -> block.byHand().isEmpty()).forEach(block -> script.append(block.commands()));
        return script.toString();
    }

    Stream<String> called() {
        return blocks.stream().flatMap(Block::called);
    }
}

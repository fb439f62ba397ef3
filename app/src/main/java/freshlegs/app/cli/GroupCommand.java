package freshlegs.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A word that only says what the commands below it are about. */
@Command
final class GroupCommand implements Runnable {
    private final String choices;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("UnusedVariable") // read by the parser alone
    private CommonOptions common = new CommonOptions();

    private GroupCommand(String choices) {
        this.choices = choices;
    }

    /** {@code choices} are what to say instead of the bare word. */
    static CommandLine line(String description, String choices, Object... commands) {
        CommandLine line = new CommandLine(new GroupCommand(choices));
        line.getCommandSpec().usageMessage().description(description);
        for (Object command : commands) {
            line.addSubcommand(command);
        }
        return line;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: " + choices + ".");
    }
}

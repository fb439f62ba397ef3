package freshlegs.ingest.fit;

import com.garmin.fit.WktStepDuration;
import com.garmin.fit.WktStepTarget;
import com.garmin.fit.WorkoutStepMesg;
import freshlegs.model.plan.Block;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.HeartRange;
import freshlegs.model.plan.Step.PaceRange;
import freshlegs.model.plan.Step.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A file's steps as the blocks that they came from, as far as a watch keeps them: one target a step, the pace before the heart rate. */
final class ReadSteps {
    private ReadSteps() {}

    static List<Block> blocks(List<WorkoutStepMesg> steps) {
        List<Block> blocks = new ArrayList<>();
        List<Integer> begins = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            WorkoutStepMesg step = steps.get(i);
            if (step.getDurationType() == WktStepDuration.REPEAT_UNTIL_STEPS_CMPLT) {
                int from = begins.indexOf(step.getDurationStep().intValue());
                List<Step> repeated = blocks.subList(from, blocks.size()).stream()
                        .flatMap(block -> block.steps().stream())
                        .toList();
                blocks.subList(from, blocks.size()).clear();
                begins.subList(from + 1, begins.size()).clear();
                blocks.add(new Block(step.getRepeatSteps().intValue(), repeated));
            } else {
                begins.add(i);
                blocks.add(Block.once(step(step)));
            }
        }
        return blocks;
    }

    /** What of blocks can be read again. */
    static List<Block> kept(List<Block> blocks) {
        return blocks.stream()
                .map(block -> new Block(
                        block.times(),
                        block.steps().stream()
                                .map(step -> step.pace().isPresent() ? step.within(Optional.empty()) : step)
                                .toList()))
                .toList();
    }

    private static Step step(WorkoutStepMesg mesg) {
        Part part = Arrays.stream(Part.values())
                .filter(each -> FitEncoderWorkout.name(each).equals(mesg.getWktStepName()))
                .findFirst()
                .orElseThrow();
        Step step = mesg.getDurationType() == WktStepDuration.TIME
                ? Step.time(part, Math.round(mesg.getDurationTime()))
                : Step.distance(part, Math.round(mesg.getDurationDistance()));
        Optional<PaceRange> pace = mesg.getTargetType() == WktStepTarget.SPEED
                ? Optional.of(new PaceRange(
                        Math.round(1000 / mesg.getCustomTargetSpeedHigh()),
                        Math.round(1000 / mesg.getCustomTargetSpeedLow())))
                : Optional.empty();
        Optional<HeartRange> beats = mesg.getTargetType() == WktStepTarget.HEART_RATE
                ? Optional.of(new HeartRange((int) (mesg.getCustomTargetHeartRateLow() - 100), (int)
                        (mesg.getCustomTargetHeartRateHigh() - 100)))
                : Optional.empty();
        return step.at(pace).within(beats);
    }
}

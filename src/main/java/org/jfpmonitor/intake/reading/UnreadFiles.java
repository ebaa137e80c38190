package org.jfpmonitor.intake.reading;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jfpmonitor.intake.received.RunFile;
import org.jfpmonitor.intake.received.RunFiles;

import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Makes a partition of each file of a run that is worth reading ahead: none of one file
 * alone, which is read no sooner than it is published. Each execution of the job names
 * its partitions anew, because somebody may still be reading for one whose process was
 * killed.
 */
class UnreadFiles implements Partitioner {

	private final RunFiles files;

	private final long run;

	private final long execution;

	private final boolean several;

	/**
	 * Those of the run.
	 * @param execution of the job
	 * @param several whether there is more than one reader
	 */
	UnreadFiles(RunFiles files, long run, long execution, boolean several) {
		this.files = files;
		this.run = run;
		this.execution = execution;
		this.several = several;
	}

	@Override
	public Map<String, ExecutionContext> partition(int gridSize) {
		List<RunFile> unread = this.several ? this.files.unread(this.run) : List.of();
		return (unread.size() < 2) ? Map.of() : unread.stream()
			.collect(Collectors.toMap((file) -> this.execution + "." + file.number(), ReadFile::partition));
	}

}

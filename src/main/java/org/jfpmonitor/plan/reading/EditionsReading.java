package org.jfpmonitor.plan.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.commons.codec.digest.DigestUtils;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.YamlFile;

/**
 * What came of reading the files of all editions: the editions, or everything that is
 * wrong with them.
 */
public final class EditionsReading {

	private final List<Edition> editions;

	private final List<Fault> faults;

	private final List<Path> emptyFolders;

	EditionsReading(List<Edition> editions, List<Fault> faults, List<Path> emptyFolders) {
		this.emptyFolders = List.copyOf(emptyFolders);
		this.editions = List.copyOf(editions);
		this.faults = Stream
			.concat(faults.stream(), editions.stream().flatMap((each) -> each.reading().faults().stream()))
			.toList();
	}

	/** The editions, those of one folder each; none when there is any fault. */
	public List<Edition> editions() {
		return this.faults.isEmpty() ? this.editions : List.of();
	}

	/**
	 * As much as could be read of what all editions ask for, in spite of faults: good for
	 * checking layouts against its names, never for judging. Empty while the names of a
	 * whole file are unknown.
	 */
	public Optional<Plan> legible() {
		List<Plan> plans = this.editions.stream().flatMap((each) -> each.reading().legible().stream()).toList();
		return (plans.size() < this.editions.size()) ? Optional.empty() : Optional.of(Plans.asked(plans));
	}

	/** All faults, in the order of folders, files and lines. */
	public List<Fault> faults() {
		return this.faults;
	}

	/**
	 * The folders that are there for an edition, or ought to be, and hold none of its
	 * files.
	 */
	public List<Path> emptyFolders() {
		return this.emptyFolders;
	}

	/** What is odd and yet may be meant; it hinders nothing. */
	public List<Fault> warnings() {
		return this.editions.stream().flatMap((each) -> each.reading().warnings().stream()).toList();
	}

	/**
	 * One edition.
	 *
	 * @param written its own files, in the order of their names
	 * @param catalogue what they refer to
	 * @param reading what came of them
	 */
	public record Edition(List<YamlFile> written, Catalogue catalogue, PlanReading reading) {

		/** The plan; only without a fault. */
		public Plan plan() {
			return this.reading.plan().orElseThrow();
		}

		/**
		 * All files that say it: its own, and those of the catalogue that it refers to;
		 * only without a fault.
		 */
		public List<YamlFile> files() {
			return Stream
				.concat(this.written.stream(),
						this.catalogue.filesOf(plan())
							.stream()
							.map((file) -> new YamlFile(Path.of("catalogue-" + file.name()), file.content())))
				.toList();
		}

		/**
		 * SHA-256 of the names and contents of these files, in hexadecimal: the same for
		 * the same words, wherever the files lie and whatever their line ends.
		 */
		public String fingerprint() {
			StringBuilder all = new StringBuilder();
			for (YamlFile file : files()) {
				all.append(file.name()).append('\0').append(file.content()).append('\0');
			}
			return DigestUtils.sha256Hex(all.toString());
		}

	}

}

package org.jfpmonitor.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.catalogue.CatalogueMeasure;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.yaml.Nearest;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.plan.yaml.YamlNode;

/**
 * Reads the feeds that a plan describes, and takes from the catalogue those that it does
 * not, with what the plan keeps of them besides its measures.
 */
final class FeedReader {

	private final Catalogue catalogue;

	private final PlanNames names;

	private final KnownOrganisations organisations;

	FeedReader(Catalogue catalogue, PlanNames names, KnownOrganisations organisations) {
		this.catalogue = catalogue;
		this.names = names;
		this.organisations = organisations;
	}

	/**
	 * Of a feed of the catalogue the plan says what differs here; empty when it has no
	 * legible name.
	 */
	Optional<Feed> read(YamlNode block) {
		this.names.give("feed", block, "id");
		FeedId id = block.required("id", (written) -> FeedId.of(written.text()), FeedId.of("faulty"));
		Optional<Feed> national = this.catalogue.feed(id);
		boolean described = block.has("cadence")
				|| (block.has("title") && block.has("due-after-days") && block.has("grace-days"));
		if (national.isEmpty() && !described) {
			block.find("id")
				.ifPresent((written) -> block.fault(written,
						"expected id: that of a feed in the catalogue, found \"" + written.text() + "\". "
								+ Nearest.to(written.text(), this.catalogue.feeds())
									.map((near) -> "Write \"id: " + near + "\", or describe the feed here: add ")
									.orElse("Correct it, or describe the feed here: add ")
								+ "title, cadence, due-after-days and grace-days."));
		}
		Feed otherwise = national.orElse(new Feed(id, "", Cadence.MONTHLY, 0, 0, null, false));
		Cadence cadence = block.find("cadence").map((word) -> word.word(Cadence.class)).orElse(otherwise.cadence());
		if (national.isPresent() && cadence != otherwise.cadence()) {
			block.fault("cadence", "expected cadence: " + otherwise.cadence().word() + ", as the catalogue says of "
					+ id + ", found " + cadence.word() + ". Delete the line, or give the feed an id of its own.");
		}
		Feed feed = new Feed(id, block.find("title").map(YamlNode::text).orElse(otherwise.title()), cadence,
				block.find("due-after-days").map(YamlNode::wholeNumber).orElse(otherwise.lagDays()),
				block.find("grace-days").map(YamlNode::wholeNumber).orElse(otherwise.graceDays()),
				block.optional("owner", PlanReader::address),
				block.find("ended").map(YamlNode::flag).orElse(otherwise.ended()));
		return block.find("id").map((written) -> feed);
	}

	/**
	 * A feed of the catalogue is one of the plan's as soon as a measure comes from it.
	 */
	List<Feed> withThoseOf(List<Measure> asked, List<Feed> written) {
		List<Feed> feeds = new ArrayList<>(written);
		asked.stream()
			.map(Measure::feed)
			.distinct()
			.filter((id) -> written.stream().noneMatch((each) -> each.id().equals(id)))
			.flatMap((id) -> this.catalogue.feed(id).stream())
			.forEach(feeds::add);
		return feeds;
	}

	/**
	 * What the plan keeps of its feeds besides the measures that it names: of the
	 * organisations of the first measure that it does name, or else of its own, where the
	 * publication has figures of their kind.
	 */
	List<Measure> watchedBesides(YamlNode head, OrganisationCode own, List<Measure> asked, List<Feed> feeds) {
		List<String> written = head.texts("watch");
		head.all("watch").forEach((each) -> checkWatched(head, each, feeds));
		List<Measure> besides = new ArrayList<>();
		for (CatalogueMeasure national : this.catalogue.measures()) {
			boolean wanted = written.contains("all") || written.contains(national.feed().value());
			boolean fed = feeds.stream().anyMatch((each) -> each.id().equals(national.feed()));
			if (wanted && fed && asked.stream().noneMatch((each) -> each.id().equals(national.id()))) {
				List<OrganisationCode> organisations = asked.stream()
					.filter((each) -> each.feed().equals(national.feed()))
					.findFirst()
					.map(Measure::organisations)
					.orElse(List.of(own));
				if (organisations.stream()
					.allMatch((code) -> this.organisations.kind(code).filter(national.kinds()::contains).isPresent())) {
					besides.add(MeasureReader.watched(national, organisations));
				}
			}
		}
		return besides;
	}

	private static void checkWatched(YamlNode head, YamlNode written, List<Feed> feeds) {
		List<String> known = feeds.stream().map((each) -> each.id().value()).toList();
		if (!written.text().equals("all") && !known.contains(written.text())) {
			head.fault(written, "expected watch: all, or feeds of the plan, found \"" + written.text() + "\". "
					+ WordList.instead(written.text(), known));
		}
	}

}

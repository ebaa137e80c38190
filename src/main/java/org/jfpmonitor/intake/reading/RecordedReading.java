package org.jfpmonitor.intake.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.HeldFigureRule;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.intake.checks.CheckedReader.ExtractParser;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.plan.id.FeedId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * What reading a file came to, its figures, rejects and counts or why it was refused, so
 * that another process can go on as if it had read the file itself. No line of the file
 * is in it but those that were rejected, as they are published.
 */
public final class RecordedReading implements ExtractParser {

	/** Until a record is kept, it lies in memory beside what is read at the same time. */
	private static final int MOST_BYTES = 16 << 20;

	private static final JsonMapper PLAIN = mapper().build();

	private static final JsonMapper JSON = mapper().addMixIn(HeldFigureRule.class, NamedRule.class)
		.addModule(new SimpleModule().addKeySerializer(Coverage.class, new CoverageAsKey())
			.addKeyDeserializer(Coverage.class, new KeyAsCoverage()))
		.build();

	private final byte[] content;

	private final Duration took;

	/** One that was made earlier. */
	RecordedReading(byte[] content, Duration took) {
		this.content = content;
		this.took = took;
	}

	/**
	 * Reads the file and records what it comes to.
	 * @throws TooLarge when that is too much to be kept
	 */
	static RecordedReading of(ExtractParser parser, Path file, String fileName, ReadingContext context) {
		long start = System.nanoTime();
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		RecordLine end;
		try (SequenceWriter entries = JSON.writerFor(RecordLine.class)
			.withRootValueSeparator("\n")
			.writeValues(new GZIPOutputStream(content))) {
			end = read(parser, file, fileName, context, (reject) -> {
				entries.write(new RecordLine(reject, null, null));
				if (content.size() > MOST_BYTES) {
					throw new TooLarge();
				}
			});
			entries.write(end);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (content.size() > MOST_BYTES) {
			throw new TooLarge();
		}
		RecordedReading recorded = new RecordedReading(content.toByteArray(),
				Duration.ofNanos(System.nanoTime() - start));
		if (!recorded.end((reject) -> {
		}).equals(end)) {
			throw new IllegalStateException("What was recorded of " + fileName + " does not read back the same");
		}
		return recorded;
	}

	private static RecordLine read(ExtractParser parser, Path file, String fileName, ReadingContext context,
			Consumer<Reject> rejects) {
		try {
			return new RecordLine(null, parser.read(file, fileName, context, rejects), null);
		}
		catch (ExtractRefused refused) {
			return new RecordLine(null, null,
					new Refusal(refused.faults(), refused.layout(), refused.feed(), refused.counts()));
		}
	}

	/** The same result, without looking at the file. */
	@Override
	public Extract read(Path file, String fileName, ReadingContext context, Consumer<Reject> rejects) {
		RecordLine end = end(rejects);
		Extract extract = end.extract();
		if (extract == null) {
			Refusal refused = Objects.requireNonNull(end.refusal(), "A file is read or refused");
			throw new ExtractRefused(refused.faults(), refused.layout(), refused.feed(), refused.counts());
		}
		return extract;
	}

	byte[] content() {
		return this.content;
	}

	/** How long it took to read the file. */
	public Duration took() {
		return this.took;
	}

	/** What stands after the rejects. */
	private RecordLine end(Consumer<Reject> rejects) {
		try (MappingIterator<RecordLine> entries = JSON.readerFor(RecordLine.class)
			.readValues(new GZIPInputStream(new ByteArrayInputStream(this.content)))) {
			while (entries.hasNextValue()) {
				RecordLine entry = entries.nextValue();
				Reject reject = entry.reject();
				if (reject == null) {
					return entry;
				}
				rejects.accept(reject);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		throw new IllegalStateException("A recorded reading has no end");
	}

	/** Records are written as their components, and not what they answer besides. */
	private static JsonMapper.Builder mapper() {
		return JsonMapper.builder()
			.changeDefaultVisibility((all) -> all.withGetterVisibility(JsonAutoDetect.Visibility.NONE)
				.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE)
				.withFieldVisibility(JsonAutoDetect.Visibility.ANY))
			.changeDefaultPropertyInclusion((all) -> all.withValueInclusion(JsonInclude.Include.NON_NULL));
	}

	/** One reject, or what follows the last of them. */
	private record RecordLine(@Nullable Reject reject, @Nullable Extract extract, @Nullable Refusal refusal) {

	}

	private record Refusal(List<String> faults, @Nullable String layout, @Nullable FeedId feed, LineCounts counts) {

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
	@JsonSubTypes({ @JsonSubTypes.Type(value = HeldFigureRule.NoCopiedPeriod.class, name = "no-copied-period"),
			@JsonSubTypes.Type(value = HeldFigureRule.NoJump.class, name = "no-jump") })
	private interface NamedRule {

	}

	private static final class CoverageAsKey extends ValueSerializer<Coverage> {

		@Override
		public void serialize(Coverage coverage, JsonGenerator json, SerializationContext context) {
			json.writeName(PLAIN.writeValueAsString(coverage));
		}

	}

	private static final class KeyAsCoverage extends KeyDeserializer {

		@Override
		public Coverage deserializeKey(String key, DeserializationContext context) {
			return PLAIN.readValue(key, Coverage.class);
		}

	}

	/** There is so much of it that the file is better read at its turn. */
	static final class TooLarge extends RuntimeException {

		private static final long serialVersionUID = 1L;

		TooLarge() {
			super("What was read of the file is too much to be kept until its turn");
		}

	}

}

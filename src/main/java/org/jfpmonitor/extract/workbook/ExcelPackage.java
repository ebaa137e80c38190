package org.jfpmonitor.extract.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.RelationshipSource;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an open {@code .xlsx}, found by how they belong together. Excel's strict
 * form has other names for the same relations.
 */
final class ExcelPackage implements Closeable {

	private static final List<String> RELATIONS = List.of(
			"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
			"http://purl.oclc.org/ooxml/officeDocument/relationships/");

	private final OPCPackage opened;

	private final PackagePart workbook;

	private ExcelPackage(OPCPackage opened, PackagePart workbook) {
		this.opened = opened;
		this.workbook = workbook;
	}

	static ExcelPackage open(Path path) throws IOException, OpenXML4JException {
		OPCPackage opened = OPCPackage.open(path.toFile(), PackageAccess.READ);
		try {
			return new ExcelPackage(opened,
					related(opened, "officeDocument", opened).orElseThrow(() -> new IOException("no workbook in it")));
		}
		catch (IOException | OpenXML4JException | RuntimeException broken) {
			opened.revert();
			throw broken;
		}
	}

	private static Optional<PackagePart> related(RelationshipSource from, String what, OPCPackage in)
			throws OpenXML4JException {
		for (String relations : RELATIONS) {
			for (PackageRelationship each : from.getRelationshipsByType(relations + what)) {
				return Optional.ofNullable(target(each, in));
			}
		}
		return Optional.empty();
	}

	private static @Nullable PackagePart target(PackageRelationship relation, OPCPackage in) throws OpenXML4JException {
		return in.getPart(PackagingURIHelper.createPartName(relation.getTargetURI()));
	}

	/** Names its sheets. */
	InputStream workbook() throws IOException {
		return this.workbook.getInputStream();
	}

	/** The part that the workbook has one of, such as "styles"; empty without it. */
	Optional<InputStream> part(String what) throws IOException, OpenXML4JException {
		Optional<PackagePart> part = related(this.workbook, what, this.opened);
		return part.isPresent() ? Optional.of(part.get().getInputStream()) : Optional.empty();
	}

	/** The sheet of that relation. */
	InputStream sheet(String id) throws IOException, OpenXML4JException {
		PackageRelationship relation = this.workbook.getRelationship(id);
		PackagePart sheet = (relation != null) ? target(relation, this.opened) : null;
		if (sheet == null) {
			throw new IOException("no sheet " + id);
		}
		return sheet.getInputStream();
	}

	/** Closes the file; nothing is written into it. */
	@Override
	public void close() {
		this.opened.revert();
	}

}

package org.jfpmonitor.intake.inbox;

import java.io.IOException;
import java.nio.file.Path;

import org.jfpmonitor.intake.delivery.Delivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where files lie: before they are read, after they were published, after they were
 * refused.
 *
 * @param inbox files are dropped here
 * @param archive what was published
 * @param refused what was refused whole
 */
public record DataFolders(Path inbox, Path archive, Path refused) {

	private static final Logger logger = LoggerFactory.getLogger(DataFolders.class);

	/** The three folders in the folder for everything the service keeps. */
	public static DataFolders in(Path data) {
		Path root = data.toAbsolutePath().normalize();
		return new DataFolders(root.resolve("inbox"), root.resolve("archive"), root.resolve("refused"));
	}

	/** The same folders, those made that are missing, as they are found without links. */
	public DataFolders made() {
		return new DataFolders(made(this.inbox), made(this.archive), made(this.refused));
	}

	/** The folder that a delivery of the state is filed in. */
	Path of(Delivery.Outcome state) {
		return switch (state) {
			case PUBLISHED -> this.archive;
			case REFUSED -> this.refused;
		};
	}

	private static Path made(Path folder) {
		try {
			FolderRights.make(folder);
			if (FolderRights.isOpenToAll(folder)) {
				logger.warn("{} is open to every user of this machine, and with it what is put there. If nobody meant"
						+ " that: chmod 700", folder);
			}
			return folder.toRealPath();
		}
		catch (IOException ex) {
			throw new UnusableFolder(folder, ex);
		}
	}

}

"""One running window a data folder: the second start raises the first window and ends."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_PATIENCE_MS = 1500


class SingleInstance(QObject):
    """Holds the lock of a data folder; `raise_requested()` follows a second start.

    Qt's network module is imported only once the window stands, or to ask the window that already does.
    """

    raise_requested = Signal()

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = "decidua-" + hashlib.sha256(str(data).encode()).hexdigest()[:16]
        self._lock = QLockFile(str(data / "decidua.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def acquire(self) -> bool:
        """Take the lock; return False if a living process holds it. A dead one's lock is taken over.

        Where no lock can be written at all, on a full disk for instance, nobody else is running either: the
        progress file itself then says what is wrong.
        """
        if self._lock.tryLock(0):
            return True
        held = self._lock.error() == QLockFile.LockError.LockFailedError
        return not (held and Path(self._lock.fileName()).is_file())

    def listen(self) -> None:
        """Begin to hear of second starts."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first paint

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._asked)
        self._server.listen(self._name)

    def ask_to_raise(self) -> bool:
        """Ask the window that holds the lock to come to the front; return whether it could be asked."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - the second start only

        socket = QLocalSocket(self)
        socket.connectToServer(self._name)
        reached = socket.waitForConnected(_PATIENCE_MS)
        socket.disconnectFromServer()
        return bool(reached)

    def release(self) -> None:
        """Stop listening and free the lock."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    @Slot()
    def _asked(self) -> None:
        if self._server is None:
            return
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.close()
            connection.deleteLater()
        self.raise_requested.emit()

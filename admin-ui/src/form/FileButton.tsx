import { Button, type ButtonProps } from '@mui/material';
import { useRef } from 'react';

interface Props extends Omit<ButtonProps, 'onClick' | 'onChange'> {
  /** Pictures, unless it says otherwise. */
  accept?: string;
  /** What the files are, for who cannot see the button. */
  name: string;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
}

const pictures = 'image/jpeg,image/png,image/webp';

/** A button that lets one choose files; for pictures a phone offers its camera. */
export const FileButton = ({
  name,
  accept = pictures,
  multiple = false,
  onFiles,
  children,
  ...props
}: Props) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="outlined" {...props} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        multiple={multiple}
        accept={accept}
        aria-label={name}
        onChange={(event) => onFiles([...(event.target.files ?? [])])}
      />
    </>
  );
};

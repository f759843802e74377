import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { FormDialog } from '../form/FormDialog';
import { request } from '../http/request';
import { LongTextInput } from '../settings/inputs';
import { LayerInput } from './LayerInput';

interface Values {
  layer?: File;
  why?: string;
}

/** Takes a file with the whole layer in the place of what is there. */
export const LoadLayerButton = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const [open, setOpen] = useState(false);
  const load = async ({ layer, why }: Values) => {
    const body = new FormData();
    if (why) body.set('why', why);
    if (layer) body.set('layer', layer);
    const answer = await request<{ places: number }>('/exposure-places/layer', { method: 'POST', body });
    notify('settings.layer.done', { type: 'success', messageArgs: { smart_count: answer.body.places } });
    refresh();
  };
  return (
    <>
      <Button size="small" startIcon={<UploadIcon />} onClick={() => setOpen(true)}>
        {translate('settings.layer.load')}
      </Button>
      {open && (
        <FormDialog<Values>
          title={translate('settings.layer.load')}
          intro={translate('settings.layer.intro')}
          onSubmit={load}
          onClose={() => setOpen(false)}
        >
          <LayerInput />
          <LongTextInput source="why" label="settings.why" helperText="settings.whyHelp" />
        </FormDialog>
      )}
    </>
  );
};
